import type { AuditEntry, AuditHead } from '../api/audit';

/** What the first entry continues. */
export const ANCHOR = '0'.repeat(64);

/** How a chain was found. */
export type ChainResult =
  | { readonly kind: 'whole'; readonly head: AuditHead }
  | { readonly kind: 'broken'; readonly at: number; readonly why: string };

/** SHA-256 of a text's UTF-8 in lower-case hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that an entry's hash is over, as text (docs/api.md). */
export function canonical(entry: AuditEntry): string {
  const { sequence, previous, at, who, from, request, action, object, before, after, outcome, reason } = entry;
  return [String(sequence), previous, at, who, from, request, action, object, before, after, outcome, reason]
    .map(part)
    .join('');
}

function part(text: string | undefined): string {
  return text === undefined ? '-\n' : `${new TextEncoder().encode(text).length}:${text}\n`;
}

/** Checks a chain entry by entry from its beginning, by what the entries themselves say. */
export class ChainCheck {
  #head: AuditHead = { sequence: 0, hash: ANCHOR };

  /** The last entry that was found right. */
  get head(): AuditHead {
    return this.#head;
  }

  /** Why this entry does not continue the chain; undefined if it does. */
  async next(entry: AuditEntry): Promise<string | undefined> {
    const { sequence, hash } = this.#head;
    if (entry.sequence !== sequence + 1) {
      return `it comes behind entry ${sequence}`;
    }
    if (entry.previous !== hash) {
      return `it does not continue entry ${sequence}: previous is ${entry.previous}, the hash there ${hash}`;
    }
    const computed = await sha256(canonical(entry));
    if (computed !== entry.hash) {
      return `its content does not have its hash ${entry.hash}, but ${computed}`;
    }
    this.#head = { sequence: entry.sequence, hash: entry.hash };
    return undefined;
  }
}

/**
 * Checks all entries, and that they reach to the head that was told before they were read.
 *
 * @param checked told how many were found right so far
 */
export async function checkChain(
  lines: AsyncIterable<string>,
  head: AuditHead,
  checked: (count: number) => void,
): Promise<ChainResult> {
  const chain = new ChainCheck();
  for await (const line of lines) {
    const entry = JSON.parse(line) as AuditEntry;
    const why = (await chain.next(entry)) ?? missed(entry, head);
    if (why !== undefined) {
      return { kind: 'broken', at: entry.sequence, why };
    }
    checked(entry.sequence);
  }
  const last = chain.head.sequence;
  return last < head.sequence
    ? { kind: 'broken', at: last + 1, why: `the entries end here; the newest is entry ${head.sequence}` }
    : { kind: 'whole', head: chain.head };
}

function missed(entry: AuditEntry, head: AuditHead): string | undefined {
  return entry.sequence === head.sequence && entry.hash !== head.hash
    ? `its hash is ${entry.hash}; the engine told ${head.hash} as the newest`
    : undefined;
}
