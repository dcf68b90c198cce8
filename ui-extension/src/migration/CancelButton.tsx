import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useState } from 'react';
import { isEnd, type Migration } from '../api/migration';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';

interface Props {
  readonly migration: Migration;
}

/** Cancels after asking once more. */
export function CancelButton({ migration }: Props) {
  const [asking, setAsking] = useState(false);
  const { client, rights } = useSession();
  const { busy, failure, run, clear } = useAction();
  if (isEnd(migration.state) || !rights.mayMigrate) {
    return null;
  }
  const titleId = `cancel-${migration.id}`;
  const leave = () => {
    setAsking(false);
    clear();
  };
  const cancel = () => {
    run(async () => {
      await client.cancel(migration.id);
      setAsking(false);
    });
  };
  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        isDanger
        isDisabled={migration.state === 'CANCELLING'}
        aria-label={`Cancel the migration of ${migration.vm}`}
        onClick={() => {
          setAsking(true);
        }}
      >
        Cancel
      </Button>
      <Modal variant="small" isOpen={asking} onClose={leave} aria-labelledby={titleId}>
        <ModalHeader title={`Cancel the migration of ${migration.vm}?`} labelId={titleId} />
        <ModalBody>
          <p>
            {migration.vm} goes on running on {migration.from}. Once the switchover has begun it can no longer be
            cancelled.
          </p>
          <FailureAlert title="Not cancelled" failure={failure} />
        </ModalBody>
        <ModalFooter>
          <Button variant="danger" isLoading={busy} isDisabled={busy} onClick={cancel}>
            Cancel the migration
          </Button>
          <Button variant="link" onClick={leave}>
            Let it go on
          </Button>
        </ModalFooter>
      </Modal>
    </>
  );
}
