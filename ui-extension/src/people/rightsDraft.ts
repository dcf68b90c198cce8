import type { Rights, TokenRole } from '../api/people';

/** Rights while they are chosen. */
export interface RightsDraft {
  readonly role: TokenRole;
  /** Counts for an operator only. */
  readonly override: boolean;
}

/** What each role may do, in a few words. */
export const ROLE_WORDS: Readonly<Record<TokenRole, string>> = {
  viewer: 'reads everything, changes nothing',
  operator: 'migrates and cancels within the policy',
  admin: 'everything',
  enrolment: 'lets hosts join one cluster',
};

export function draftOfRights({ role, permissions }: Rights): RightsDraft {
  return { role, override: role === 'operator' && (permissions ?? []).includes('migration-override') };
}

/** Only an operator is given a permission: an administrator has all, the others none. */
export function rightsOfDraft({ role, override }: RightsDraft): Rights {
  return role === 'operator' && override ? { role, permissions: ['migration-override'] } : { role };
}
