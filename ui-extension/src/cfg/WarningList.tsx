import { Td, Tr } from '@patternfly/react-table';
import type { CfgWarning } from '../api/policy';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly warnings: readonly CfgWarning[];
}

/** What speaks against the policy's CIDR as networks and hosts are now. */
export function WarningList({ warnings }: Props) {
  return (
    <DataTable prose label="Warnings" columns={['Object', 'Found', 'Needed', 'Remedy']}>
      {warnings.map((warning) => (
        <Tr key={`${warning.object} ${warning.found}`}>
          <Td>{warning.object}</Td>
          <Td>{warning.found}</Td>
          <Td>{warning.needed}</Td>
          <Td>{warning.remedy}</Td>
        </Tr>
      ))}
    </DataTable>
  );
}
