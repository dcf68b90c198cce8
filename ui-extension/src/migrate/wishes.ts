import type { Compression, Convergence, Handover, MigrationRequest } from '../api/migration';
import type { Security } from '../api/types';

/** What the dialog's fields hold; an empty string leaves the matter to policy and filters. */
export interface Wishes {
  readonly host: string;
  readonly type: '' | Security;
  readonly network: string;
  /** MiB per second, as typed. */
  readonly bandwidth: string;
  /** As typed. */
  readonly connections: string;
  /** Milliseconds, as typed. */
  readonly downtime: string;
  readonly compression: '' | Compression;
  readonly convergence: '' | Convergence;
  readonly handover: '' | Handover;
  readonly withLocalDisks: boolean;
  readonly allowManagementNetwork: boolean;
  /** Why, where that may be less than the policy demands. */
  readonly reason: string;
}

export const NO_WISHES: Wishes = {
  host: '',
  type: '',
  network: '',
  bandwidth: '',
  connections: '',
  downtime: '',
  compression: '',
  convergence: '',
  handover: '',
  withLocalDisks: false,
  allowManagementNetwork: false,
  reason: '',
};

/** Whether a reason is asked for: less security than the policy demands needs one. */
export function asksForReason(wishes: Wishes): boolean {
  return wishes.type === 'insecure' || wishes.allowManagementNetwork;
}

/** The wishes that are typed as numbers, with what they count and how far they go. */
export const NUMBERS = {
  bandwidth: { unit: 'MiB per second', most: 9_999_999_999 },
  connections: { unit: 'connections', most: 255 },
  downtime: { unit: 'ms', most: 2_000_000 },
} as const;

export type NumberWish = keyof typeof NUMBERS;

/** What is wrong with a number as typed; undefined if nothing is. */
export function numberError(wish: NumberWish, typed: string): string | undefined {
  const { unit, most } = NUMBERS[wish];
  const text = typed.trim();
  const right = text === '' || (/^[1-9][0-9]{0,9}$/.test(text) && Number(text) <= most);
  return right ? undefined : `“${text}” is not a whole number of ${unit} from 1 to ${most}`;
}

/** Whether every number is one, or left to the policy. */
export function numbersAreRight(wishes: Wishes): boolean {
  return (['bandwidth', 'connections', 'downtime'] as const).every(
    (wish) => numberError(wish, wishes[wish]) === undefined,
  );
}

/** The request that these wishes make; what is not wished for is left out. */
export function requestFor(vm: string, wishes: Wishes): MigrationRequest {
  return {
    vm,
    ...(wishes.host === '' ? {} : { host: wishes.host }),
    ...(wishes.type === '' ? {} : { type: wishes.type }),
    ...(wishes.network === '' ? {} : { network: wishes.network }),
    ...(wishes.bandwidth.trim() === '' ? {} : { bandwidthMiBs: Number(wishes.bandwidth) }),
    ...(wishes.connections.trim() === '' ? {} : { parallelConnections: Number(wishes.connections) }),
    ...(wishes.downtime.trim() === '' ? {} : { maxDowntimeMs: Number(wishes.downtime) }),
    ...(wishes.compression === '' ? {} : { compression: wishes.compression }),
    ...(wishes.convergence === '' ? {} : { convergence: wishes.convergence }),
    ...(wishes.handover === '' ? {} : { fastHandover: wishes.handover === 'fast' }),
    ...(wishes.withLocalDisks ? { withLocalDisks: true } : {}),
    ...(wishes.allowManagementNetwork ? { allowManagementNetwork: true } : {}),
    ...(asksForReason(wishes) && wishes.reason.trim() !== '' ? { reason: wishes.reason.trim() } : {}),
  };
}
