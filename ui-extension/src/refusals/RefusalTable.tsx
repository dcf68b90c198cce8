import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Refusal } from '../api/types';

interface Props {
  readonly refusals: readonly Refusal[];
  /** What the table is called to a screen reader. */
  readonly label: string;
}

/** Every reason why something is not done. */
export function RefusalTable({ refusals, label }: Props) {
  return (
    <Table variant="compact" aria-label={label} className="dw-refusals" gridBreakPoint="">
      <Thead>
        <Tr>
          <Th>Code</Th>
          <Th>Object</Th>
          <Th>Found</Th>
          <Th>Needed</Th>
          <Th>Remedy</Th>
        </Tr>
      </Thead>
      <Tbody>
        {refusals.map((refusal) => (
          <Tr key={`${refusal.code} ${refusal.object} ${refusal.found}`}>
            <Td>
              <code>{refusal.code}</code>
            </Td>
            <Td>{refusal.object}</Td>
            <Td>{refusal.found}</Td>
            <Td>{refusal.needed}</Td>
            <Td>{refusal.remedy}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
