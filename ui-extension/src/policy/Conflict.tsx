import { Alert, Button } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { ScopePolicy, Statement } from '../api/policy';
import { DataTable } from '../table/DataTable';
import { differences } from './compare';

interface Props {
  /** What was there when the edit began. */
  readonly before: Statement;
  /** What somebody else set meanwhile. */
  readonly theirs: ScopePolicy;
  readonly mine: Statement;
  readonly busy: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

const COLUMNS = ['Field', 'When the edit began', 'There now', 'Yours'];

/** Two people edited the same: both versions side by side, and the choice. */
export function Conflict({ before, theirs, mine, busy, onMine, onTheirs }: Props) {
  return (
    <div className="dw-conflict">
      <Alert variant="warning" isInline isLiveRegion title="Somebody else saved meanwhile; yours is not saved">
        {theirs.setBy !== undefined && <p>What is there now was set by {theirs.setBy}.</p>}
      </Alert>
      <DataTable label="Both versions" columns={COLUMNS}>
        {differences(before, theirs, mine).map(({ field, ...texts }) => (
          <Tr key={field.name}>
            <Td>{field.label}</Td>
            <Td>{texts.before || <Nothing />}</Td>
            <Td>
              <strong>{texts.theirs || <Nothing />}</strong>
            </Td>
            <Td>
              <strong>{texts.mine || <Nothing />}</strong>
            </Td>
          </Tr>
        ))}
      </DataTable>
      <div className="dw-actions">
        <Button size="sm" variant="secondary" isDisabled={busy} onClick={onTheirs}>
          Take what is there now
        </Button>
        <Button size="sm" variant="secondary" isDanger isDisabled={busy} isLoading={busy} onClick={onMine}>
          Save yours over it
        </Button>
      </div>
    </div>
  );
}

function Nothing() {
  return <span className="dw-quiet">nothing</span>;
}
