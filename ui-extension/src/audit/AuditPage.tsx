import { Button, Card, CardBody, CardTitle, Skeleton, Stack, StackItem, Title } from '@patternfly/react-core';
import { useCallback, useState } from 'react';
import type { AuditEntry, AuditFilter } from '../api/audit';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useLoaded } from '../session/useLoaded';
import { AuditTable } from './AuditTable';
import { ChainCard } from './ChainCard';
import { EntryDialog } from './EntryDialog';
import { ExportButton } from './ExportButton';
import { FilterForm } from './FilterForm';

const PAGE = 50;

/** Where in the list one is: the first entries of the pages before, and what this one is ahead of. */
interface Place {
  readonly filter: AuditFilter;
  /** The entries that this page and those before it are ahead of; empty on the newest page. */
  readonly cursors: readonly number[];
}

/** Who did what: newest first, page by page, and whether the chain is whole. */
export function AuditPage() {
  const { client } = useSession();
  const [{ filter, cursors }, setPlace] = useState<Place>({ filter: {}, cursors: [] });
  const [chosen, setChosen] = useState<AuditEntry>();
  // One more than is shown tells whether there is more.
  const load = useCallback(() => client.audit.list(filter, PAGE + 1, cursors.at(-1)), [client, filter, cursors]);
  const { value: entries, failure, reload } = useLoaded(load);
  const shown = entries?.slice(0, PAGE) ?? [];
  const last = shown.at(-1);
  const more = (entries?.length ?? 0) > PAGE;

  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h1">Audit</Title>
      </StackItem>
      <StackItem>
        <ChainCard />
      </StackItem>
      <StackItem>
        <Card isCompact component="section" aria-label="Entries">
          <CardTitle component="h2">Entries</CardTitle>
          <CardBody className="dw-audit">
            <FilterForm
              onFilter={(wanted) => {
                setPlace({ filter: wanted, cursors: [] });
                reload();
              }}
            />
            <FailureAlert title="The audit cannot be read" failure={failure} />
            {entries === undefined && failure === undefined && <Skeleton screenreaderText="Reading" />}
            {entries?.length === 0 && <p className="dw-empty">No entry is like that.</p>}
            {shown.length > 0 && <AuditTable entries={shown} onChosen={setChosen} />}
            <div className="dw-actions">
              <Button
                size="sm"
                variant="secondary"
                isDisabled={cursors.length === 0}
                onClick={() => {
                  setPlace({ filter, cursors: cursors.slice(0, -1) });
                }}
              >
                Newer
              </Button>
              <Button
                size="sm"
                variant="secondary"
                isDisabled={!more || last === undefined}
                onClick={() => {
                  setPlace({ filter, cursors: [...cursors, ...(last === undefined ? [] : [last.sequence])] });
                }}
              >
                Older
              </Button>
              <ExportButton filter={filter} />
            </div>
          </CardBody>
        </Card>
      </StackItem>
      {chosen !== undefined && (
        <EntryDialog
          entry={chosen}
          onClose={() => {
            setChosen(undefined);
          }}
        />
      )}
    </Stack>
  );
}
