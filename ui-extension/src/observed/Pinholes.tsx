import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Observation } from '../api/migration';
import { endpoint } from '../format/endpoint';
import { TimeStamp } from '../format/TimeStamp';

interface Props {
  readonly observed: readonly Observation[];
}

/** When the firewall was open, for whom, and who else knocked. */
export function Pinholes({ observed }: Props) {
  const rows = observed.flatMap(({ host, pinholes }) => pinholes.map((pinhole) => ({ host, ...pinhole })));
  return (
    <section aria-label="Pinholes">
      <h3 className="dw-heading">Pinholes</h3>
      {rows.length === 0 ? (
        <p className="dw-empty">No pinhole was opened.</p>
      ) : (
        <div className="dw-scroll">
          <Table variant="compact" aria-label="Pinholes" gridBreakPoint="">
            <Thead>
              <Tr>
                <Th>On</Th>
                <Th>Let in</Th>
                <Th>Opened</Th>
                <Th>Shut for new connections</Th>
                <Th>Removed</Th>
                <Th>Let in, connections</Th>
                <Th>Refused, attempts</Th>
              </Tr>
            </Thead>
            <Tbody>
              {rows.map((row) => (
                <Tr key={`${row.host} ${row.port} ${row.openedAt}`}>
                  <Td>{row.host}</Td>
                  <Td modifier="nowrap">
                    <code>
                      {row.source} → {endpoint(row.destination, row.port)}
                    </code>
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
            </Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
