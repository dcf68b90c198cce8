import { Alert, Button, Card, CardBody, CardTitle, Progress, ProgressSize } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { messageOf } from '../api/problem';
import { percent } from '../format/quantity';
import { useSession } from '../session/session';
import { useChainCheck } from './useChainCheck';

/** Whether the chain is whole: every hash is computed anew here in the browser, over what the engine sends. */
export function ChainCard() {
  const { client } = useSession();
  const { state, start, stop } = useChainCheck(client.audit);
  const [able] = useState(() => window.isSecureContext);
  useEffect(() => stop, [stop]);
  return (
    <Card isCompact component="section" aria-label="Chain">
      <CardTitle component="h2">Chain</CardTitle>
      <CardBody className="dw-audit">
        {state.kind === 'idle' && (
          <p>
            Each entry carries the hash of the one before. The browser can compute them all anew, as drovectl audit
            verify does.
          </p>
        )}
        {!able && <p className="dw-empty">This browser computes hashes only on pages that came by HTTPS.</p>}
        {state.kind === 'checking' && (
          <Progress
            size={ProgressSize.sm}
            value={percent(state.count, state.of)}
            title={`${state.count} of ${state.of} entries`}
            aria-label="Entries checked"
          />
        )}
        {state.kind === 'whole' && (
          <Alert variant="success" isInline isLiveRegion title={`Whole: all ${state.head.sequence} entries`}>
            The newest one’s hash is <code className="dw-hash">{state.head.hash}</code>. Keep it elsewhere now and then:
            whoever can write to the database can write the whole chain anew.
          </Alert>
        )}
        {state.kind === 'broken' && (
          <Alert variant="danger" isInline isLiveRegion title={`Broken at entry ${state.at}`}>
            {state.why}
          </Alert>
        )}
        {state.kind === 'failed' && (
          <Alert variant="warning" isInline isLiveRegion title="Not checked">
            {messageOf(state.failure)}
          </Alert>
        )}
        <div className="dw-actions">
          <Button
            size="sm"
            variant="secondary"
            isLoading={state.kind === 'checking'}
            isDisabled={!able || state.kind === 'checking'}
            onClick={start}
          >
            Verify the chain
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}
