import { Td, Tr } from '@patternfly/react-table';
import type { Refusal } from '../api/types';
import { migrationLink } from '../shell/route';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly refusals: readonly Refusal[];
  /** What the table is called to a screen reader. */
  readonly label: string;
}

const COLUMNS = ['Code', 'Object', 'Found', 'Needed', 'Remedy'];

/** Every reason why something is not done. */
export function RefusalTable({ refusals, label }: Props) {
  return (
    <DataTable prose label={label} columns={COLUMNS}>
      {refusals.map((refusal) => (
        <Tr key={`${refusal.code} ${refusal.object} ${refusal.found}`}>
          <Td modifier="nowrap">
            <code>{refusal.code}</code>
          </Td>
          <Td>
            <RefusedObject object={refusal.object} />
          </Td>
          <Td>{refusal.found}</Td>
          <Td>{refusal.needed}</Td>
          <Td>{refusal.remedy}</Td>
        </Tr>
      ))}
    </DataTable>
  );
}

/** What the refusal is about; a migration can be gone to. */
function RefusedObject({ object }: { readonly object: string }) {
  const id = /^migration ([0-9a-f-]{36})$/.exec(object)?.[1];
  return id === undefined ? object : <a href={migrationLink(id)}>{object}</a>;
}
