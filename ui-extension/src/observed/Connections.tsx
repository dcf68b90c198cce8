import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Observation } from '../api/migration';
import { endpoint } from '../format/endpoint';

interface Props {
  readonly observed: readonly Observation[];
}

/** The migration's TCP connections as they stood in each host's socket table. */
export function Connections({ observed }: Props) {
  const rows = observed.flatMap(({ host, connections }) => connections.map((connection) => ({ host, ...connection })));
  return (
    <section aria-label="Connections">
      <h3 className="dw-heading">Connections</h3>
      {rows.length === 0 ? (
        <p className="dw-empty">No connection of this migration was seen.</p>
      ) : (
        <Table variant="compact" aria-label="Connections" gridBreakPoint="">
          <Thead>
            <Tr>
              <Th>Seen on</Th>
              <Th>Local address</Th>
              <Th>Remote address</Th>
              <Th>NIC</Th>
            </Tr>
          </Thead>
          <Tbody>
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
          </Tbody>
        </Table>
      )}
    </section>
  );
}
