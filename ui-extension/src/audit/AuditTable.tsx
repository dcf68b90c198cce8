import { Button, Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { AuditEntry, AuditOutcome } from '../api/audit';
import { TimeStamp } from '../format/TimeStamp';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly entries: readonly AuditEntry[];
  readonly onChosen: (entry: AuditEntry) => void;
}

const COLUMNS = ['Entry', 'Time', 'Who', 'Did', 'Object', 'Outcome', 'Reason'];

export function AuditTable({ entries, onChosen }: Props) {
  return (
    <DataTable label="Entries of the audit" columns={COLUMNS}>
      {entries.map((entry) => (
        <Tr key={entry.sequence}>
          <Td>
            <Button
              variant="link"
              isInline
              aria-label={`Details of entry ${entry.sequence}`}
              onClick={() => {
                onChosen(entry);
              }}
            >
              {entry.sequence}
            </Button>
          </Td>
          <Td modifier="nowrap">
            <TimeStamp at={entry.at} />
          </Td>
          <Td>{entry.who}</Td>
          <Td>{entry.action}</Td>
          <Td className="dw-object">{entry.object}</Td>
          <Td>
            <OutcomeLabel outcome={entry.outcome} />
          </Td>
          <Td>
            <div className="dw-reason">{entry.reason}</div>
          </Td>
        </Tr>
      ))}
    </DataTable>
  );
}

const STATUS = { done: 'success', refused: 'warning', failed: 'danger' } as const;

export function OutcomeLabel({ outcome }: { readonly outcome: AuditOutcome }) {
  return (
    <Label isCompact status={STATUS[outcome]}>
      {outcome}
    </Label>
  );
}
