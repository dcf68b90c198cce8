import type { EngineEvent } from './events';
import { EMPTY, reduce, type Snapshot } from './snapshot';

/** How the page stands to the engine. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number; readonly reason: string };

/**
 * The connection and what the page knows.
 *
 * A stream starts with everything there is; until its `ready` that is gathered apart, so that a reconnecting page goes on
 * showing what it had and then loses what has gone meanwhile.
 */
export interface LiveState {
  readonly connection: Connection;
  /** Undefined until the first stream was ready. */
  readonly snapshot: Snapshot | undefined;
  readonly gathering: Snapshot | undefined;
}

export const INITIAL: LiveState = { connection: { kind: 'connecting' }, snapshot: undefined, gathering: undefined };

/** A stream opened. */
export function opened(state: LiveState): LiveState {
  return { ...state, gathering: EMPTY };
}

/** A stream said something. */
export function received(state: LiveState, event: EngineEvent): LiveState {
  if (state.gathering === undefined) {
    return { ...state, snapshot: reduce(state.snapshot ?? EMPTY, event) };
  }
  return event.kind === 'ready'
    ? { connection: { kind: 'live' }, snapshot: state.gathering, gathering: undefined }
    : { ...state, gathering: reduce(state.gathering, event) };
}

/** A stream ended, or could not be opened; `since` in ms is when the page was last told anything. */
export function lost(state: LiveState, reason: string, since: number): LiveState {
  const before = state.connection;
  return {
    connection: { kind: 'reconnecting', reason, since: before.kind === 'reconnecting' ? before.since : since },
    snapshot: state.snapshot,
    gathering: undefined,
  };
}
