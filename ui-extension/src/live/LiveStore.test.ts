import { describe, expect, it, vi } from 'vitest';
import { EngineClient } from '../api/client';
import { Http } from '../api/http';
import { VM } from '../testing/samples';
import { LiveStore } from './LiveStore';

const SNAPSHOT = `event: vm\ndata: ${JSON.stringify(VM)}\n\nevent: ready\ndata: {}\n\n`;

/** A store whose n-th stream is the n-th answer; the last one is given again and again. */
function storeOver(...answers: (() => Response)[]) {
  const calls: RequestInit[] = [];
  const rejected = vi.fn();
  const fetched = (_url: unknown, init: RequestInit = {}) => {
    calls.push(init);
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    return answer === undefined ? Promise.reject(new TypeError('no network')) : Promise.resolve(answer());
  };
  const client = new EngineClient(new Http('/api', 'secret', fetched));
  client.onRejected(rejected);
  const store = new LiveStore(client);
  return { store, calls, rejected };
}

/** A stream that says this and stays open. */
function openStream(text: string): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
    },
  });
  return new Response(body);
}

function rejection(): Response {
  const headers = { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': 'Bearer realm="droveway"' };
  return new Response('{}', { status: 401, headers });
}

describe('LiveStore', () => {
  it('goes live, with the token in a header', async () => {
    const { store, calls } = storeOver(() => openStream(SNAPSHOT));
    const stop = store.start();
    await vi.waitFor(() => {
      expect(store.state().connection.kind).toBe('live');
    });
    expect(new Headers(calls[0]?.headers).get('Authorization')).toBe('Bearer secret');
    stop();
  });

  it('reconnects when the stream ends', async () => {
    const { store, calls } = storeOver(
      () => new Response(SNAPSHOT),
      () => openStream(SNAPSHOT),
    );
    const kinds: string[] = [];
    store.subscribe(() => kinds.push(store.state().connection.kind));
    const stop = store.start();
    await vi.waitFor(() => {
      expect(calls).toHaveLength(2);
      expect(store.state().connection.kind).toBe('live');
    });
    expect(kinds).toContain('reconnecting');
    stop();
  });

  it('gives up when the token is rejected', async () => {
    const { store, calls, rejected } = storeOver(() => rejection());
    store.start();
    await vi.waitFor(() => {
      expect(rejected).toHaveBeenCalledOnce();
    });
    expect(calls).toHaveLength(1);
  });

  it('says why it is not live', async () => {
    const { store } = storeOver();
    const stop = store.start();
    await vi.waitFor(() => {
      expect(store.state().connection).toMatchObject({
        kind: 'reconnecting',
        reason: 'The engine cannot be reached (no network)',
      });
    });
    stop();
  });
});
