import type { WhoAmI } from '../api/people';

/** What the page offers to whoever is signed in. The engine judges every call by itself; this only saves vain tries. */
export interface Rights {
  /** Migrates, cancels, and tightens what is said of VMs. */
  readonly mayMigrate: boolean;
  /** Sets policy and roles, keeps users and tokens. */
  readonly mayAdminister: boolean;
  /** Weakens the security of a VM or of one migration, and allows the management network. */
  readonly mayOverride: boolean;
}

/** Nothing is offered before the engine has said who this is. */
export function rightsOf(me: WhoAmI | undefined): Rights {
  return {
    mayMigrate: me?.role === 'admin' || me?.role === 'operator',
    mayAdminister: me?.role === 'admin',
    mayOverride: me?.permissions.includes('migration-override') ?? false,
  };
}

/** Role and permissions in words: `operator with migration-override`; an administrator's need not be said. */
export function roleWords({ role, permissions }: Pick<WhoAmI, 'role' | 'permissions'>): string {
  return role === 'admin' || permissions.length === 0 ? role : `${role} with ${permissions.join(', ')}`;
}
