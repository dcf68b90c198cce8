import { Alert, List, ListItem } from '@patternfly/react-core';
import type { Migration } from '../api/migration';
import { VERDICT_STATUS } from '../observed/VerdictLabel';
import { RefusalTable } from '../refusals/RefusalTable';
import { STATE_WORDS } from './stateWords';

interface Props {
  readonly migration: Migration;
}

const VERDICT_WORDS = {
  conforms: 'What was observed conforms to the policy',
  violates: 'What was observed violates the policy',
  unknown: 'Whether the policy was kept is not known',
} as const;

/** How it went: the verdict with its reasons, and every refusal or error. */
export function Outcome({ migration }: Props) {
  const { verdict, verdictReasons, refusals, error, state } = migration;
  return (
    <div className="dw-outcome">
      {migration.managementNetwork && (
        <Alert variant="warning" isInline title="This migration travels on the management network">
          {migration.requestedBy} allowed it for this one migration.
        </Alert>
      )}
      {(error !== undefined || refusals.length > 0) && (
        <Alert variant="danger" isInline isLiveRegion title={STATE_WORDS[state]}>
          {error !== undefined && <p>{error}</p>}
          {refusals.length > 0 && <RefusalTable refusals={refusals} label="Why the migration was refused" />}
        </Alert>
      )}
      {verdict !== undefined && (
        <Alert variant={VERDICT_STATUS[verdict]} isInline isLiveRegion title={VERDICT_WORDS[verdict]}>
          <List isPlain className="dw-reasons">
            {verdictReasons.map((reason) => (
              <ListItem key={reason}>{reason}</ListItem>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
