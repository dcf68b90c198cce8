import { describe, expect, it } from 'vitest';
import { askAfterMs, endsSoon, warnAfterMs } from './expiry';

const EXPIRES = '2026-11-21T12:00:00Z';
const END = Date.parse(EXPIRES);
const MINUTE = 60_000;

describe('the end of a session', () => {
  it('is told five minutes before', () => {
    expect([endsSoon(EXPIRES, END - 5 * MINUTE - 1), endsSoon(EXPIRES, END - 5 * MINUTE)]).toEqual([false, true]);
    expect(warnAfterMs(EXPIRES, END - 7 * MINUTE)).toBe(2 * MINUTE);
  });

  it('is never near for a token that does not expire', () => {
    expect(endsSoon(undefined, END)).toBe(false);
  });

  it('is asked about when it comes', () => {
    expect(askAfterMs(EXPIRES, END - MINUTE)).toBe(MINUTE);
  });

  it('is asked about again when the engine’s clock is behind', () => {
    expect(askAfterMs(EXPIRES, END + 1)).toBe(10_000);
  });

  it('may be further away than a timer can wait', () => {
    expect(askAfterMs('2036-11-21T12:00:00Z', END)).toBe(2 ** 31 - 1);
  });
});
