import { LockIcon, LockOpenIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import type { Migration } from '../api/migration';
import { pathOf, streamWords, type Path, type PathEnd } from './path';

interface Props {
  readonly migration: Migration;
}

const ICONS = { tls: <LockIcon />, plain: <LockOpenIcon />, unknown: <QuestionCircleIcon /> } as const;

/** Source, network, destination: the way that the data took. */
export function PathPicture({ migration }: Props) {
  const path = pathOf(migration);
  return (
    <div className={`dw-path dw-path-${path.stream}`} role="img" aria-label={spoken(path)}>
      <End part="source" end={path.source} />
      <div className="dw-path-way">
        <span className="dw-path-above">
          {ICONS[path.stream]} {streamWords(path)}
        </span>
        <span className="dw-path-line" />
        <span className="dw-path-below">
          <strong>{path.network}</strong> {path.cidr !== undefined && <code>{path.cidr}</code>}{' '}
          <span className="dw-quiet">({path.known})</span>
        </span>
      </div>
      <End part="destination" end={path.destination} />
    </div>
  );
}

function End({ part, end }: { readonly part: string; readonly end: PathEnd }) {
  return (
    <div className="dw-path-end">
      <span className="dw-quiet">{part}</span>
      <strong>{end.host}</strong>
      <code>{end.address ?? 'address not known'}</code>
      <span className="dw-quiet">{end.nic ?? 'NIC not known'}</span>
    </div>
  );
}

function spoken(path: Path): string {
  const { source, destination, network, cidr, known } = path;
  const end = ({ host, address, nic }: PathEnd) => `${host} ${address ?? ''} on ${nic ?? 'an unknown NIC'}`;
  const over = `${network} ${cidr ?? ''}`.trim();
  return `Path, ${known}: from ${end(source)} over network ${over} to ${end(destination)}, ${streamWords(path)}`;
}
