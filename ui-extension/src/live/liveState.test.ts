import { describe, expect, it } from 'vitest';
import { VM } from '../testing/samples';
import type { EngineEvent } from './events';
import { INITIAL, lost, opened, received, type LiveState } from './liveState';

const READY: EngineEvent = { kind: 'ready' };
const VM_EVENT: EngineEvent = { kind: 'vm', value: VM };

function after(state: LiveState, ...events: EngineEvent[]): LiveState {
  return events.reduce(received, state);
}

const LIVE = after(opened(INITIAL), VM_EVENT, READY);

describe('the live state', () => {
  it('shows nothing before the first stream is ready', () => {
    expect(after(opened(INITIAL), VM_EVENT).snapshot).toBeUndefined();
  });

  it('is live from ready on, with all that came before', () => {
    expect(LIVE.connection.kind).toBe('live');
    expect(LIVE.snapshot?.vms.size).toBe(1);
  });

  it('follows changes after ready', () => {
    const moved = after(LIVE, { kind: 'vm', value: { ...VM, host: 'h2' } });
    expect(moved.snapshot?.vms.get(VM.id)?.host).toBe('h2');
  });

  it('goes on showing what it had while it reconnects', () => {
    const reconnecting = opened(lost(LIVE, 'gone', 1));
    expect(reconnecting.connection.kind).toBe('reconnecting');
    expect(reconnecting.snapshot?.vms.size).toBe(1);
  });

  it('loses what has gone while it was not connected', () => {
    const back = after(opened(lost(LIVE, 'gone', 1)), READY);
    expect(back.connection.kind).toBe('live');
    expect(back.snapshot?.vms.size).toBe(0);
  });

  it('keeps since when it is not live, however often it fails', () => {
    const again = lost(lost(LIVE, 'gone', 1), 'refused', 2);
    expect(again.connection).toEqual({ kind: 'reconnecting', since: 1, reason: 'refused' });
  });

  it('forgets a half-told stream', () => {
    const state = after(opened(lost(after(opened(INITIAL), VM_EVENT), 'cut', 1)), READY);
    expect(state.snapshot?.vms.size).toBe(0);
  });
});
