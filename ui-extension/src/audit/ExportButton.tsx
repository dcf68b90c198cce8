import { Button } from '@patternfly/react-core';
import type { AuditFilter } from '../api/audit';
import { download } from '../format/download';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';

interface Props {
  readonly filter: AuditFilter;
}

/** Saves all entries wanted as JSON lines, oldest first: what `drovectl audit verify` reads, if they are all. */
export function ExportButton({ filter }: Props) {
  const { client } = useSession();
  const { busy, failure, run } = useAction();
  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        isLoading={busy}
        isDisabled={busy}
        onClick={() => {
          run(async () => {
            const answer = await client.audit.export(filter);
            download(await answer.blob(), 'droveway-audit.jsonl');
          });
        }}
      >
        Export as JSON lines
      </Button>
      <FailureAlert title="Not exported" failure={failure} />
    </>
  );
}
