import { describe, expect, it } from 'vitest';
import type { TokenRole, WhoAmI } from '../api/people';
import { rightsOf, roleWords } from './rights';

function me(role: TokenRole, permissions: WhoAmI['permissions'] = []): WhoAmI {
  return { role, permissions, tokenId: '1' };
}

describe('rightsOf', () => {
  it('offers nothing before it is known who this is', () => {
    expect(rightsOf(undefined)).toEqual({ mayMigrate: false, mayAdminister: false, mayOverride: false });
  });

  it.each([
    ['viewer', false, false],
    ['operator', true, false],
    ['admin', true, true],
    ['enrolment', false, false],
  ] as const)('of role %s', (role, mayMigrate, mayAdminister) => {
    expect(rightsOf(me(role))).toMatchObject({ mayMigrate, mayAdminister });
  });

  it('knows who may override', () => {
    expect(rightsOf(me('operator', ['migration-override'])).mayOverride).toBe(true);
  });
});

describe('roleWords', () => {
  it('say what an operator was given beside the role', () => {
    expect(roleWords(me('operator', ['migration-override']))).toBe('operator with migration-override');
  });

  it('leave out what an administrator has anyway', () => {
    expect(roleWords(me('admin', ['migration-override']))).toBe('admin');
  });
});
