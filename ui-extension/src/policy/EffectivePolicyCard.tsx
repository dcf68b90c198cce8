import { Alert, Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import type { EffectivePolicy } from '../api/policy';
import { FailureAlert } from '../refusals/FailureAlert';
import { RefusalTable } from '../refusals/RefusalTable';
import type { Loaded } from '../session/useLoaded';
import { EffectiveTable } from './EffectiveTable';

interface Props {
  readonly policy: Loaded<EffectivePolicy>;
}

/** What is in force for a VM: what every scope said, what won and why; and the network that a migration would take. */
export function EffectivePolicyCard({ policy: { value: policy, failure } }: Props) {
  return (
    <Card isCompact component="section" aria-label="In force">
      <CardTitle component="h2">In force</CardTitle>
      <CardBody className="dw-in-force">
        <FailureAlert title="The effective policy cannot be read" failure={failure} />
        {policy === undefined && failure === undefined && <Skeleton screenreaderText="Reading" />}
        {policy !== undefined && (
          <>
            <Network policy={policy} />
            <EffectiveTable policy={policy} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

function Network({ policy: { network, refusals } }: { readonly policy: EffectivePolicy }) {
  return (
    <>
      {network !== undefined && (
        <p>
          A migration takes network <strong>{network.name}</strong>{' '}
          {network.name !== network.cidr && <code>{network.cidr}</code>}: {network.reason}.
        </p>
      )}
      {network?.managementNetwork === true && (
        <Alert variant="warning" isInline title="That is the management network" />
      )}
      {network?.warnings.map((warning) => (
        <Alert key={warning} variant="warning" isInline title={warning} />
      ))}
      {refusals.length > 0 && (
        <Alert variant="danger" isInline title="Under this policy the VM cannot be migrated">
          <RefusalTable refusals={refusals} label="Why the policy lets nothing move" />
        </Alert>
      )}
    </>
  );
}
