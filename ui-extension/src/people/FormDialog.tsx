import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { FailureAlert } from '../refusals/FailureAlert';
import { useAction } from '../session/useAction';

interface Props {
  readonly title: string;
  readonly description?: string;
  /** What the button says. */
  readonly verb: string;
  /** Whether the form says what it must. */
  readonly ready: boolean;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

const FORM = 'dialog-form';

/** A form that does one thing, and stays with the reasons if it is refused. */
export function FormDialog({ title, description, verb, ready, act, onClose, children }: Props) {
  const { busy, failure, run } = useAction();
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby="dialog-title">
      <ModalHeader title={title} labelId="dialog-title" description={description} />
      <ModalBody>
        <FailureAlert title="Refused, and nothing was changed" failure={failure} />
        <Form
          id={FORM}
          onSubmit={(event) => {
            event.preventDefault();
            run(act);
          }}
        >
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={FORM} isLoading={busy} isDisabled={busy || !ready}>
          {verb}
        </Button>
        <Button variant="link" onClick={onClose}>
          Leave as it is
        </Button>
      </ModalFooter>
    </Modal>
  );
}
