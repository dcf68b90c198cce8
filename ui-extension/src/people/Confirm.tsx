import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { FailureAlert } from '../refusals/FailureAlert';
import { useAction } from '../session/useAction';

interface Props {
  readonly title: string;
  /** What the button says. */
  readonly verb: string;
  readonly act: () => Promise<void>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** What comes of it. */
  readonly children: ReactNode;
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({ title, verb, act, onDone, onClose, children }: Props) {
  const { busy, failure, run } = useAction();
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby="confirm-title">
      <ModalHeader title={title} labelId="confirm-title" />
      <ModalBody>
        <p>{children}</p>
        <FailureAlert title="Refused, and nothing was changed" failure={failure} />
      </ModalBody>
      <ModalFooter>
        <Button
          variant="danger"
          isLoading={busy}
          isDisabled={busy}
          onClick={() => {
            run(async () => {
              await act();
              onDone();
            });
          }}
        >
          {verb}
        </Button>
        <Button variant="link" onClick={onClose}>
          Leave as it is
        </Button>
      </ModalFooter>
    </Modal>
  );
}
