import { Title } from '@patternfly/react-core';
import type { PartialPlan, Plan } from '../api/migration';
import { PlanDetails } from './PlanDetails';

interface Props {
  readonly plan: PartialPlan;
  /** The plan in a sentence. */
  readonly summary: string;
}

/** What would be done, in a sentence, and then all of it. */
export function PlanPreview({ plan, summary }: Props) {
  return (
    <section className="dw-preview" aria-label="Plan">
      <Title headingLevel="h2" size="md">
        Plan
      </Title>
      <p>{summary}</p>
      <PlanDetails plan={plan} />
    </section>
  );
}

/** A whole plan in a sentence. */
export function summaryOf(plan: Plan): string {
  const { vm, from, to, network, sourceAddress, destinationAddress, type } = plan;
  return `${vm} moves from ${from} to ${to} over network ${network}, ${sourceAddress} → ${destinationAddress}, ${type}.`;
}
