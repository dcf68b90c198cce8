import { ClipboardCopy, ClipboardCopyVariant } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Plan } from '../api/migration';
import { Candidates } from './Candidates';

interface Props {
  readonly plan: Plan;
}

/** Every decision with its reason, every host that was looked at, and the libvirt call. */
export function PlanDetails({ plan }: Props) {
  return (
    <div className="dw-plan">
      <section aria-label="Decisions">
        <h3 className="dw-heading">Decisions</h3>
        <Table variant="compact" aria-label="Decisions of the plan" gridBreakPoint="">
          <Thead>
            <Tr>
              <Th width={20}>Subject</Th>
              <Th width={25}>Value</Th>
              <Th>Reason</Th>
            </Tr>
          </Thead>
          <Tbody>
            {plan.decisions.map((decision) => (
              <Tr key={`${decision.subject} ${decision.value}`}>
                <Td>{decision.subject}</Td>
                <Td>
                  <strong>{decision.value}</strong>
                </Td>
                <Td>{decision.reason}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </section>
      <Candidates candidates={plan.candidates} chosen={plan.to} />
      {plan.libvirtCall !== undefined && (
        <section aria-label="libvirt call">
          <h3 className="dw-heading">libvirt call, word for word</h3>
          <ClipboardCopy isReadOnly isCode isExpanded variant={ClipboardCopyVariant.expansion} hoverTip="Copy" clickTip="Copied">
            {plan.libvirtCall}
          </ClipboardCopy>
        </section>
      )}
    </div>
  );
}
