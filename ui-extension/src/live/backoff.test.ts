import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';

describe('backoffMs', () => {
  it('doubles from half a second', () => {
    expect([1, 2, 3, 4].map((failures) => backoffMs(failures, 1))).toEqual([500, 1000, 2000, 4000]);
  });

  it('never waits longer than 15 seconds', () => {
    expect(backoffMs(1000, 1)).toBe(15_000);
  });

  it('waits at least half of it', () => {
    expect(backoffMs(3, 0)).toBe(1000);
  });
});
