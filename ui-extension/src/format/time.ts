/**
 * An instant with date, milliseconds and zone, for example `2026-11-21 10:04:08.120 UTC`.
 *
 * @param zone an IANA name; without it, the zone of whoever looks at the page
 */
export function instant(iso: string, zone?: string): string {
  const part = partsOf(iso, zone);
  return `${part('year')}-${part('month')}-${part('day')} ${clock(part)} ${part('timeZoneName')}`;
}

/** As {@link instant}, without the date. */
export function timeOfDay(iso: string, zone?: string): string {
  const part = partsOf(iso, zone);
  return `${clock(part)} ${part('timeZoneName')}`;
}

/** A length of time for people: `38 milliseconds`, `4.2 seconds`, `3 minutes 05 seconds`. */
export function duration(ms: number): string {
  if (ms < 1000) {
    return `${Math.round(ms)} ${Math.round(ms) === 1 ? 'millisecond' : 'milliseconds'}`;
  }
  if (ms < 60_000) {
    return `${(ms / 1000).toFixed(1)} seconds`;
  }
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${String(seconds % 60).padStart(2, '0')} seconds`;
}

/** Milliseconds from one instant to another. */
export function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

type Part = (type: Intl.DateTimeFormatPartTypes) => string;

function partsOf(iso: string, zone: string | undefined): Part {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(new Date(iso));
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

function clock(part: Part): string {
  return `${part('hour')}:${part('minute')}:${part('second')}.${part('fractionalSecond')}`;
}
