import { describe, expect, it } from 'vitest';
import { draftOfRights, rightsOfDraft } from './rightsDraft';
import { endsOf } from './tokenWords';

describe('rights', () => {
  it('give a permission to operators only', () => {
    expect(rightsOfDraft({ role: 'operator', override: true })).toEqual({
      role: 'operator',
      permissions: ['migration-override'],
    });
    expect(rightsOfDraft({ role: 'viewer', override: true })).toEqual({ role: 'viewer' });
  });

  it('do not offer an administrator what administrators have anyway', () => {
    expect(draftOfRights({ role: 'admin', permissions: ['migration-override'] }).override).toBe(false);
  });

  it('of an operator are edited as they are', () => {
    expect(draftOfRights({ role: 'operator', permissions: ['migration-override'] }).override).toBe(true);
  });
});

describe('the end of a token', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  it.each([
    [undefined, 'never'],
    ['2026-11-21T12:00:01Z', 'later'],
    ['2026-11-21T12:00:00Z', 'past'],
  ] as const)('%j is %s', (expires, words) => {
    expect(endsOf(expires, now)).toBe(words);
  });
});
