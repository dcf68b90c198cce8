import { instant, timeOfDay } from './time';

interface Props {
  readonly at: string;
  /** Leaves the date out where it is said nearby; the element still carries it. */
  readonly short?: boolean;
}

/** An instant in the zone of whoever looks at it, with the zone. */
export function TimeStamp({ at, short = false }: Props) {
  return (
    <time className="dw-number" dateTime={at} title={instant(at)}>
      {short ? timeOfDay(at) : instant(at)}
    </time>
  );
}
