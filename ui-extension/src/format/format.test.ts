import { describe, expect, it } from 'vitest';
import { endpoint } from './endpoint';
import { byName, newestFirst } from './order';
import { bytes, mebibytes, percent, rate } from './quantity';
import { between, duration, instant, timeOfDay } from './time';

describe('quantities', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [512 * 2 ** 20, '512 MiB'],
    [1.25 * 2 ** 30, '1.3 GiB'],
    [3 * 2 ** 40, '3 TiB'],
  ])('writes %d bytes as %s', (count, text) => {
    expect(bytes(count)).toBe(text);
  });

  it('writes rates out', () => {
    expect(rate(110 * 2 ** 20)).toBe('110 MiB per second');
  });

  it('takes memory in MiB', () => {
    expect(mebibytes(24_576)).toBe('24 GiB');
  });

  it('never says done before it is', () => {
    expect(percent(999, 1000)).toBe(99);
  });

  it('knows no share of nothing', () => {
    expect(percent(5, 0)).toBe(0);
  });
});

describe('times', () => {
  const at = '2026-11-21T10:04:08.12Z';

  it('say date, milliseconds and zone', () => {
    expect(instant(at, 'UTC')).toBe('2026-11-21 10:04:08.120 UTC');
  });

  it('are shown in the zone asked for', () => {
    expect(timeOfDay(at, 'Europe/Berlin')).toBe('11:04:08.120 CET');
  });

  it('take nanoseconds, as Java writes them', () => {
    expect(timeOfDay('2026-11-21T10:04:08.123456789Z', 'UTC')).toBe('10:04:08.123 UTC');
  });

  it('count milliseconds between', () => {
    expect(between(at, '2026-11-21T10:04:08.158Z')).toBe(38);
  });

  it.each([
    [1, '1 millisecond'],
    [38, '38 milliseconds'],
    [4210, '4.2 seconds'],
    [185_000, '3 minutes 05 seconds'],
  ])('%d ms last %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});

describe('order', () => {
  it('counts as people do', () => {
    expect(byName([{ name: 'h10' }, { name: 'h2' }]).map(({ name }) => name)).toEqual(['h2', 'h10']);
  });

  it('puts the newest first', () => {
    const early = { requestedAt: '2026-11-21T10:00:00Z' };
    const late = { requestedAt: '2026-11-21T10:00:00.5Z' };
    expect(newestFirst([early, late])).toEqual([late, early]);
  });
});

describe('endpoint', () => {
  it('puts IPv6 in brackets', () => {
    expect([endpoint('10.62.0.12', 61007), endpoint('fd00::2', 61007)]).toEqual([
      '10.62.0.12:61007',
      '[fd00::2]:61007',
    ]);
  });
});
