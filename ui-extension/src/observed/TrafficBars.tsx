import type { NicTraffic, Observation } from '../api/migration';
import { bytes } from '../format/quantity';
import { byName } from '../format/order';

interface Props {
  readonly observation: Observation;
  /** The number of bytes that fills a bar. */
  readonly longest: number;
}

/** Bytes per NIC of one host while the migration lasted. */
export function TrafficBars({ observation, longest }: Props) {
  const title = `Bytes on the NICs of ${observation.host}`;
  const nics = byName(observation.traffic.map((traffic) => ({ name: traffic.nic, traffic })));
  return (
    <section aria-label={title}>
      <h3 className="dw-heading">{title}</h3>
      {nics.length === 0 ? (
        <p className="dw-empty">No NIC was counted.</p>
      ) : (
        <dl className="dw-bars">
          {nics.map(({ name, traffic }) => (
            <NicBars key={name} traffic={traffic} longest={longest} />
          ))}
        </dl>
      )}
    </section>
  );
}

function NicBars({ traffic, longest }: { readonly traffic: NicTraffic; readonly longest: number }) {
  return (
    <>
      <dt>{traffic.nic}</dt>
      <dd>
        <Bar words="sent" count={traffic.sentBytes} longest={longest} />
        <Bar words="received" count={traffic.receivedBytes} longest={longest} />
      </dd>
    </>
  );
}

interface BarProps {
  readonly words: string;
  readonly count: number;
  readonly longest: number;
}

function Bar({ words, count, longest }: BarProps) {
  return (
    <div className="dw-bar">
      <span className="dw-quiet">{words}</span>
      <span className="dw-bar-track" aria-hidden>
        {count > 0 && (
          <span className={`dw-bar-fill dw-bar-${words}`} style={{ width: `${(100 * count) / longest}%` }} />
        )}
      </span>
      <span className="dw-number">{bytes(count)}</span>
    </div>
  );
}
