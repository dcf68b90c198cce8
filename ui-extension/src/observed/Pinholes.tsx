import { Td, Tr } from '@patternfly/react-table';
import type { Observation } from '../api/migration';
import { endpoint } from '../format/endpoint';
import { TimeStamp } from '../format/TimeStamp';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly observed: readonly Observation[];
}

const COLUMNS = [
  'On',
  'Let in',
  'Opened',
  'Shut for new connections',
  'Removed',
  'Let in, connections',
  'Refused, attempts',
];

/** When the firewall was open, for whom, and who else knocked. */
export function Pinholes({ observed }: Props) {
  const rows = observed.flatMap(({ host, pinholes }) => pinholes.map((pinhole) => ({ host, ...pinhole })));
  return (
    <section aria-label="Pinholes">
      <h3 className="dw-heading">Pinholes</h3>
      {rows.length === 0 ? (
        <p className="dw-empty">No pinhole was opened.</p>
      ) : (
        <DataTable label="Pinholes" columns={COLUMNS}>
          {rows.map((row) => (
            <Tr key={`${row.host} ${row.port} ${row.openedAt}`}>
              <Td>{row.host}</Td>
              <Td>
                <code>{row.source}</code> → <code>{endpoint(row.destination, row.port)}</code>
              </Td>
              <Td modifier="nowrap">
                <TimeStamp at={row.openedAt} short />
              </Td>
              <Td modifier="nowrap">
                {row.shutForNewAt === undefined ? 'not before removal' : <TimeStamp at={row.shutForNewAt} short />}
              </Td>
              <Td modifier="nowrap">
                {row.removedAt === undefined ? 'still there' : <TimeStamp at={row.removedAt} short />}
              </Td>
              <Td>{row.packetsAccepted}</Td>
              <Td>{row.refused}</Td>
            </Tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
