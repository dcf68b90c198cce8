import { Title } from '@patternfly/react-core';
import type { Plan } from '../api/migration';
import { PlanDetails } from './PlanDetails';

interface Props {
  readonly plan: Plan;
}

/** What would be done, in a line, and then all of it. */
export function PlanPreview({ plan }: Props) {
  return (
    <section className="dw-preview" aria-label="Plan">
      <Title headingLevel="h2" size="md">
        Plan
      </Title>
      <p>{summary(plan)}</p>
      <PlanDetails plan={plan} />
    </section>
  );
}

function summary(plan: Plan): string {
  const to = plan.to ?? 'no host';
  const over = plan.network === undefined ? 'over no network' : `over network ${plan.network}`;
  const addresses =
    plan.sourceAddress === undefined || plan.destinationAddress === undefined
      ? ''
      : `, ${plan.sourceAddress} → ${plan.destinationAddress}`;
  return `${plan.vm} from ${plan.from} to ${to} ${over}${addresses}${plan.type === undefined ? '' : `, ${plan.type}`}.`;
}
