import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../api/audit';
import { ANCHOR, canonical, checkChain, sha256 } from './chain';
import { linesOf } from './linesOf';

/** The example of docs/api.md, `previous` shortened there. */
const EXAMPLE: AuditEntry = {
  sequence: 7,
  previous: ANCHOR,
  at: '2026-11-21T10:00:00.123456Z',
  who: 'alice (admin)',
  from: '10.61.0.99',
  request: 'PUT /hosts/h1/mode',
  action: 'change',
  object: 'host h1é',
  before: '{"mode":"OBSERVE"}',
  outcome: 'done',
  hash: '9c360cab77819bc746103c0edf30e53be61889a4c4734ea48a3ce29844e55258',
};

async function chainOf(count: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= count; sequence++) {
    const open = { ...EXAMPLE, sequence, previous: entries.at(-1)?.hash ?? ANCHOR };
    entries.push({ ...open, hash: await sha256(canonical(open)) });
  }
  return entries;
}

function check(entries: readonly AuditEntry[], head = entries.at(-1)) {
  const body = new Blob([entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')]).stream();
  return checkChain(linesOf(body), { sequence: head?.sequence ?? 0, hash: head?.hash ?? ANCHOR }, () => undefined);
}

function replaced(entries: AuditEntry[], index: number, change: Partial<AuditEntry>): AuditEntry[] {
  return entries.map((entry, place) => (place === index ? { ...entry, ...change } : entry));
}

describe('the audit’s chain', () => {
  it('has the hash that the API’s page gives', async () => {
    expect(await sha256(canonical(EXAMPLE))).toBe(EXAMPLE.hash);
  });

  it('is whole as it is written', async () => {
    expect(await check(await chainOf(5))).toMatchObject({ kind: 'whole', head: { sequence: 5 } });
  });

  it('may be empty', async () => {
    expect(await check([])).toMatchObject({ kind: 'whole', head: { sequence: 0 } });
  });

  it('may have grown since its head was told', async () => {
    const entries = await chainOf(3);
    expect(await check(entries, entries[1])).toMatchObject({ kind: 'whole', head: { sequence: 3 } });
  });

  it('breaks where a text was changed', async () => {
    const entries = replaced(await chainOf(3), 1, { who: 'bob (admin)' });
    expect(await check(entries)).toMatchObject({ kind: 'broken', at: 2 });
  });

  it('breaks behind an entry that was written anew', async () => {
    const entries = await chainOf(3);
    const [, second] = entries;
    const forged = { ...EXAMPLE, ...second, who: 'bob (admin)' };
    const whole = replaced(entries, 1, { ...forged, hash: await sha256(canonical(forged)) });
    expect(await check(whole)).toMatchObject({ kind: 'broken', at: 3 });
  });

  it('breaks where an entry is missing', async () => {
    expect(await check((await chainOf(3)).toSpliced(1, 1))).toMatchObject({ kind: 'broken', at: 3 });
  });

  it('breaks at its end when the newest was taken away', async () => {
    const entries = await chainOf(3);
    expect(await check(entries.slice(0, 2), entries[2])).toMatchObject({ kind: 'broken', at: 3 });
  });

  it('breaks where the head was another one', async () => {
    const entries = await chainOf(2);
    const head = { ...EXAMPLE, sequence: 2, hash: ANCHOR };
    expect(await check(entries, head)).toMatchObject({ kind: 'broken', at: 2 });
  });

  it('tells what is not there from what is empty', () => {
    const { before, ...without } = EXAMPLE;
    expect(before).toBeDefined();
    expect(canonical({ ...without, before: '' })).not.toBe(canonical(without));
  });
});

describe('linesOf', () => {
  const cutAt = (bytes: Uint8Array, cut: number) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, cut));
        controller.enqueue(bytes.slice(cut));
        controller.close();
      },
    });

  it('finds the same lines wherever the network cuts them', async () => {
    const bytes = new TextEncoder().encode('é1\n2\n3');
    for (let cut = 0; cut <= bytes.length; cut++) {
      const lines: string[] = [];
      for await (const line of linesOf(cutAt(bytes, cut))) {
        lines.push(line);
      }
      expect(lines).toEqual(['é1', '2', '3']);
    }
  });
});
