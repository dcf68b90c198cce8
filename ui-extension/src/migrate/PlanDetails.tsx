import { CodeBlock } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { PartialPlan, Plan } from '../api/migration';
import { Candidates } from './Candidates';
import { DataTable } from '../table/DataTable';
import { parameterWords } from './parameterWords';

interface Props {
  readonly plan: PartialPlan & Pick<Partial<Plan>, 'agreed'>;
}

const COLUMNS = ['Subject', 'Value', 'Reason'];

/** Every decision with its reason, every host that was looked at, and the libvirt call. */
export function PlanDetails({ plan }: Props) {
  return (
    <div className="dw-plan">
      <section aria-label="Decisions">
        <h3 className="dw-heading">Decisions</h3>
        <DataTable label="Decisions of the plan" columns={COLUMNS}>
          {plan.decisions.map((decision) => (
            <Tr key={`${decision.subject} ${decision.value}`}>
              <Td>{decision.subject}</Td>
              <Td>
                <strong>{decision.value}</strong>
              </Td>
              <Td>{decision.reason}</Td>
            </Tr>
          ))}
        </DataTable>
      </section>
      <Candidates candidates={plan.candidates} chosen={plan.to} />
      {plan.agreed !== undefined && (
        <section aria-label="Agreed parameters">
          <h3 className="dw-heading">What both hosts agreed on</h3>
          <p>{parameterWords(plan.agreed).join(' · ')}</p>
        </section>
      )}
      {plan.libvirtCall !== undefined && (
        <section aria-label="libvirt call">
          <h3 className="dw-heading">libvirt call, word for word</h3>
          <CodeBlock>
            <pre className="dw-call">{plan.libvirtCall}</pre>
          </CodeBlock>
        </section>
      )}
    </div>
  );
}
