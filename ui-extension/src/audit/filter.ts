import type { AuditFilter, AuditOutcome } from '../api/audit';

/** What the fields above the list hold; empty: it does not matter. */
export interface FilterDraft {
  readonly who: string;
  readonly object: string;
  readonly outcome: '' | AuditOutcome;
  /** As a field for date and time has it, in the zone of whoever looks: `2026-11-21T10:00`. */
  readonly since: string;
  readonly until: string;
}

export const NO_FILTER: FilterDraft = { who: '', object: '', outcome: '', since: '', until: '' };

/** The filter that the fields make. */
export function filterOf({ who, object, outcome, since, until }: FilterDraft): AuditFilter {
  return {
    ...(who.trim() === '' ? {} : { who: who.trim() }),
    ...(object.trim() === '' ? {} : { object: object.trim() }),
    ...(outcome === '' ? {} : { outcome }),
    ...(since === '' ? {} : { since: new Date(since).toISOString() }),
    ...(until === '' ? {} : { until: new Date(until).toISOString() }),
  };
}

/** The zone in which times are typed and shown here, and how far it is from UTC then: `Europe/Berlin, GMT+1`. */
export function zoneWords(now: Date, zone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZoneName: 'shortOffset',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  const offset = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value;
  const name = format.resolvedOptions().timeZone;
  return offset === undefined || name === 'UTC' ? name : `${name}, ${offset}`;
}
