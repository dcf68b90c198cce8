import type { MigrationRequest } from '../api/migration';
import type { Security } from '../api/types';

/** What the dialog's fields hold; an empty string leaves the matter to policy and filters. */
export interface Wishes {
  readonly host: string;
  readonly type: '' | Security;
  readonly network: string;
  /** MiB per second, as typed. */
  readonly bandwidth: string;
  readonly allowManagementNetwork: boolean;
  /** Why, where that may be less than the policy demands. */
  readonly reason: string;
}

export const NO_WISHES: Wishes = {
  host: '',
  type: '',
  network: '',
  bandwidth: '',
  allowManagementNetwork: false,
  reason: '',
};

/** Whether a reason is asked for: less security than the policy demands needs one. */
export function asksForReason(wishes: Wishes): boolean {
  return wishes.type === 'insecure' || wishes.allowManagementNetwork;
}

/** What is wrong with the bandwidth as typed; undefined if nothing is. */
export function bandwidthError(typed: string): string | undefined {
  return typed.trim() === '' || /^[1-9][0-9]{0,9}$/.test(typed.trim())
    ? undefined
    : `“${typed.trim()}” is not a whole number of MiB per second from 1 up`;
}

/** The request that these wishes make; what is not wished for is left out. */
export function requestFor(vm: string, wishes: Wishes): MigrationRequest {
  return {
    vm,
    ...(wishes.host === '' ? {} : { host: wishes.host }),
    ...(wishes.type === '' ? {} : { type: wishes.type }),
    ...(wishes.network === '' ? {} : { network: wishes.network }),
    ...(wishes.bandwidth.trim() === '' ? {} : { bandwidthMiBs: Number(wishes.bandwidth) }),
    ...(wishes.allowManagementNetwork ? { allowManagementNetwork: true } : {}),
    ...(asksForReason(wishes) && wishes.reason.trim() !== '' ? { reason: wishes.reason.trim() } : {}),
  };
}
