import { Td, Tr } from '@patternfly/react-table';
import { DataTable } from '../table/DataTable';
import { changesOf } from './changes';

interface Props {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What changed, value by value. */
export function ChangeTable({ before, after }: Props) {
  const changes = changesOf(before, after);
  if (changes.length === 0) {
    return <p className="dw-empty">Nothing that is stored was changed by it.</p>;
  }
  return (
    <DataTable prose label="What changed" columns={['Value', 'Before', 'After']}>
      {changes.map((change) => (
        <Tr key={change.path}>
          <Td>{change.path}</Td>
          <Td className="dw-value">{change.before ?? <NotThere />}</Td>
          <Td className="dw-value">{change.after ?? <NotThere />}</Td>
        </Tr>
      ))}
    </DataTable>
  );
}

function NotThere() {
  return <span className="dw-quiet">not there</span>;
}
