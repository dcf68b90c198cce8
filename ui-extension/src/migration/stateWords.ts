import type { MigrationState } from '../api/migration';

/** What each state says to a person. */
export const STATE_WORDS: Readonly<Record<MigrationState, string>> = {
  REQUESTED: 'Requested',
  QUEUED: 'Queued',
  PLANNED: 'Planned',
  NEGOTIATED: 'Negotiated',
  PINHOLE_OPEN: 'Pinhole open',
  COPYING: 'Copying',
  SWITCHOVER: 'Switchover',
  POSTCOPY: 'Post-copy',
  POSTCOPY_PAUSED: 'Post-copy paused',
  CANCELLING: 'Cancelling',
  CLOSING: 'Closing',
  COMPLETED: 'Completed',
  REFUSED: 'Refused',
  CANCELLED: 'Cancelled',
  FAILED: 'Failed',
  NEEDS_ATTENTION: 'Needs attention',
};

/** How good or bad a state is; `info` while it is neither. */
export function statusOf(state: MigrationState): 'success' | 'warning' | 'danger' | 'info' {
  switch (state) {
    case 'COMPLETED':
      return 'success';
    case 'REFUSED':
    case 'FAILED':
    case 'NEEDS_ATTENTION':
      return 'danger';
    case 'CANCELLED':
    case 'CANCELLING':
    case 'POSTCOPY_PAUSED':
      return 'warning';
    default:
      return 'info';
  }
}
