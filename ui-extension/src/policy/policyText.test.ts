import { describe, expect, it } from 'vitest';
import { policyValue } from './policyText';

describe('policyValue', () => {
  it.each([
    'secure,network=10.1.2.0/24',
    'migration: secure,network=10.1.2.0/24',
    '  migration:secure,network=10.1.2.0/24 ',
  ])('finds the value in %j', (text) => {
    expect(policyValue(text)).toBe('secure,network=10.1.2.0/24');
  });
});
