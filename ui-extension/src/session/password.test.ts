import { describe, expect, it } from 'vitest';
import { passwordError } from './password';

describe('passwordError', () => {
  it.each([
    ['', ''],
    ['twelve chars', ''],
    ['twelve chars', 'twelve chars'],
  ])('has nothing against %j and %j', (typed, again) => {
    expect(passwordError(typed, again)).toBeUndefined();
  });

  it.each(['eleven char', 'x'.repeat(129)])('names the length that is needed', (typed) => {
    expect(passwordError(typed, '')).toContain(`${typed.length} characters; needed 12 to 128`);
  });

  it('notices a slip', () => {
    expect(passwordError('twelve chars', 'twelve char$')).toBe('The two differ.');
  });
});
