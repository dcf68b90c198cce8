import { Td, Tr } from '@patternfly/react-table';
import type { Observation } from '../api/migration';
import { endpoint } from '../format/endpoint';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly observed: readonly Observation[];
}

const COLUMNS = ['Seen on', 'Local address', 'Remote address', 'NIC'];

/** The migration's TCP connections as they stood in each host's socket table. */
export function Connections({ observed }: Props) {
  const rows = observed.flatMap(({ host, connections }) => connections.map((connection) => ({ host, ...connection })));
  return (
    <section aria-label="Connections">
      <h3 className="dw-heading">Connections</h3>
      {rows.length === 0 ? (
        <p className="dw-empty">No connection of this migration was seen.</p>
      ) : (
        <DataTable label="Connections" columns={COLUMNS}>
          {rows.map((row) => (
            <Tr key={`${row.host} ${row.localAddress} ${row.localPort} ${row.remoteAddress} ${row.remotePort}`}>
              <Td>{row.host}</Td>
              <Td>
                <code>{endpoint(row.localAddress, row.localPort)}</code>
              </Td>
              <Td>
                <code>{endpoint(row.remoteAddress, row.remotePort)}</code>
              </Td>
              <Td>{row.nic}</Td>
            </Tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
