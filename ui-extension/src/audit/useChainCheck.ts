import { useCallback, useRef, useState } from 'react';
import type { AuditClient } from '../api/audit';
import { checkChain, type ChainResult } from './chain';
import { linesOf } from './linesOf';

export type ChainState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly count: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: unknown }
  | ChainResult;

/** After how many entries the page is told how far it is. */
const TOLD_EVERY = 200;

/** Reads the whole audit as a stream and checks it entry by entry, without keeping it. */
export function useChainCheck(audit: AuditClient): {
  readonly state: ChainState;
  readonly start: () => void;
  readonly stop: () => void;
} {
  const [state, setState] = useState<ChainState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    running.current?.abort();
  }, []);
  const start = useCallback(() => {
    const { signal } = (running.current = new AbortController());
    const tell = (next: ChainState) => {
      if (!signal.aborted) {
        setState(next);
      }
    };
    setState({ kind: 'checking', count: 0, of: 0 });
    readAll(audit, signal, tell).then(tell, (failure: unknown) => {
      tell({ kind: 'failed', failure });
    });
  }, [audit]);
  return { state, start, stop };
}

async function readAll(
  audit: AuditClient,
  signal: AbortSignal,
  tell: (state: ChainState) => void,
): Promise<ChainResult> {
  const head = await audit.head();
  const answer = await audit.export({}, signal);
  return checkChain(linesOf(answer.body ?? new ReadableStream<Uint8Array>()), head, (count) => {
    if (count % TOLD_EVERY === 0) {
      tell({ kind: 'checking', count, of: Math.max(count, head.sequence) });
    }
  });
}
