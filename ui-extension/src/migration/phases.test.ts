import { describe, expect, it } from 'vitest';
import { phasesOf } from './phases';

const REQUESTED = { state: 'REQUESTED', at: '2026-11-21T10:00:00Z' } as const;
const QUEUED = { state: 'QUEUED', at: '2026-11-21T10:00:00.25Z' } as const;

describe('phasesOf', () => {
  it('says how long a phase lasted once the next began', () => {
    expect(phasesOf([REQUESTED, QUEUED])[0]).toMatchObject({ kind: 'done', lastedMs: 250 });
  });

  it('tells what is still to come while it lives', () => {
    const phases = phasesOf([REQUESTED, QUEUED]);
    expect(phases[1]).toMatchObject({ state: 'QUEUED', kind: 'current' });
    expect(phases.slice(2).map(({ state }) => state)).toEqual([
      'PLANNED',
      'NEGOTIATED',
      'PINHOLE_OPEN',
      'COPYING',
      'SWITCHOVER',
      'CLOSING',
      'COMPLETED',
    ]);
  });

  it('takes a state told twice for one phase', () => {
    const phases = phasesOf([
      REQUESTED,
      { ...QUEUED, state: 'CANCELLING' },
      { state: 'CANCELLING', at: '2026-11-21T10:00:01Z' },
    ]);
    expect(phases).toHaveLength(2);
    expect(phases[1]).toMatchObject({ state: 'CANCELLING', at: QUEUED.at, kind: 'current' });
  });

  it('takes each pause of post-copy for a phase, and promises an end once it goes on', () => {
    const phases = phasesOf([
      { state: 'COPYING', at: '2026-11-21T10:00:01Z' },
      { state: 'POSTCOPY', at: '2026-11-21T10:00:02Z' },
      { state: 'POSTCOPY_PAUSED', at: '2026-11-21T10:00:03Z', detail: 'the network is cut' },
      { state: 'POSTCOPY', at: '2026-11-21T10:00:09Z' },
    ]);
    expect(phases.map(({ state }) => state)).toEqual([
      'COPYING',
      'POSTCOPY',
      'POSTCOPY_PAUSED',
      'POSTCOPY',
      'CLOSING',
      'COMPLETED',
    ]);
    expect(phases[2]).toMatchObject({ kind: 'done', lastedMs: 6000 });
  });

  it('promises nothing more after an end', () => {
    const phases = phasesOf([REQUESTED, { state: 'REFUSED', at: QUEUED.at }]);
    expect(phases.map(({ kind }) => kind)).toEqual(['done', 'end']);
  });

  it('promises nothing while it is cancelled', () => {
    const phases = phasesOf([REQUESTED, { state: 'CANCELLING', at: QUEUED.at }]);
    expect(phases.map(({ kind }) => kind)).toEqual(['done', 'current']);
  });
});
