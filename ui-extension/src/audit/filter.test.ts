import { describe, expect, it } from 'vitest';
import { filterOf, NO_FILTER, zoneWords } from './filter';

describe('filterOf', () => {
  it('leaves out what does not matter', () => {
    expect(filterOf(NO_FILTER)).toEqual({});
  });

  it('asks in UTC for what was typed in the zone of whoever looks', () => {
    expect(
      filterOf({ who: ' alice ', object: 'lab', outcome: 'refused', since: '2026-11-21T10:00', until: '' }),
    ).toEqual({
      who: 'alice',
      object: 'lab',
      outcome: 'refused',
      since: '2026-11-21T10:00:00.000Z',
    });
  });
});

describe('zoneWords', () => {
  it('tell name and offset', () => {
    expect(zoneWords(new Date('2026-11-21T10:00:00Z'), 'Europe/Berlin')).toBe('Europe/Berlin, GMT+1');
  });

  it('need no offset for UTC', () => {
    expect(zoneWords(new Date('2026-11-21T10:00:00Z'), 'UTC')).toBe('UTC');
  });
});
