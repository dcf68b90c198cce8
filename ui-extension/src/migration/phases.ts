import { isEnd, type MigrationState, type Step } from '../api/migration';
import { between } from '../format/time';

/** The way of a migration that goes well. */
const GOOD_WAY: readonly MigrationState[] = [
  'REQUESTED',
  'QUEUED',
  'PLANNED',
  'NEGOTIATED',
  'PINHOLE_OPEN',
  'COPYING',
  'SWITCHOVER',
  'CLOSING',
  'COMPLETED',
];

/** A phase on the timeline: done or current when `at` is there, still to come when it is not. */
export interface Phase {
  readonly state: MigrationState;
  readonly kind: 'done' | 'current' | 'end' | 'to come';
  readonly at?: string;
  /** How long it lasted, ms; only once the next one began. */
  readonly lastedMs?: number;
  readonly detail?: string;
}

/**
 * What has happened, in order, and while the migration lives what is still to come. A state that engine and agent both
 * tell is one phase.
 */
export function phasesOf(steps: readonly Step[]): readonly Phase[] {
  const begun = steps.filter((step, index) => step.state !== steps[index - 1]?.state);
  const happened = begun.map((step, index) => phaseOf(step, begun[index + 1]));
  const last = begun.at(-1)?.state;
  return [...happened, ...toCome(last)];
}

function phaseOf(step: Step, next: Step | undefined): Phase {
  if (next !== undefined) {
    return { ...step, kind: 'done', lastedMs: between(step.at, next.at) };
  }
  return { ...step, kind: isEnd(step.state) ? 'end' : 'current' };
}

/** Post-copy goes on from where the switch-over was; a paused one may as well be lost. */
const STANDS_FOR: Partial<Record<MigrationState, MigrationState>> = { POSTCOPY: 'SWITCHOVER' };

function toCome(last: MigrationState | undefined): readonly Phase[] {
  const place = last === undefined || isEnd(last) ? -1 : GOOD_WAY.indexOf(STANDS_FOR[last] ?? last);
  if (place < 0) {
    return [];
  }
  return GOOD_WAY.slice(place + 1).map((state) => ({ state, kind: 'to come' }));
}
