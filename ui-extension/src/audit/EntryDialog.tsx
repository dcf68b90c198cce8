import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { AuditEntry } from '../api/audit';
import { instant } from '../format/time';
import { OutcomeLabel } from './AuditTable';
import { ChangeTable } from './ChangeTable';

interface Props {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

/** All that one entry tells, what changed value by value. */
export function EntryDialog({ entry, onClose }: Props) {
  const { sequence, at, who, from, request, action, object, outcome, reason, previous, hash } = entry;
  return (
    <Modal variant="medium" isOpen onClose={onClose} aria-labelledby="entry-title">
      <ModalHeader title={`Entry ${sequence}: ${action} ${object}`} labelId="entry-title" />
      <ModalBody>
        <div className="dw-audit">
          <DescriptionList isHorizontal isCompact termWidth="7rem">
            <Fact term="Time">{instant(at)}</Fact>
            <Fact term="Who">{who}</Fact>
            {from !== undefined && <Fact term="From">{from}</Fact>}
            {request !== undefined && (
              <Fact term="Request">
                <code>{request}</code>
              </Fact>
            )}
            <Fact term="Outcome">
              <OutcomeLabel outcome={outcome} />
            </Fact>
            {reason !== undefined && <Fact term="Reason">{reason}</Fact>}
          </DescriptionList>
          <ChangeTable before={entry.before} after={entry.after} />
          <DescriptionList isHorizontal isCompact termWidth="7rem">
            <Fact term="Previous">
              <code className="dw-hash">{previous}</code>
            </Fact>
            <Fact term="Hash">
              <code className="dw-hash">{hash}</code>
            </Fact>
          </DescriptionList>
        </div>
      </ModalBody>
      <ModalFooter>
        <Button variant="secondary" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
