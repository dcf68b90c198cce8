import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Skeleton } from '@patternfly/react-core';
import { useCallback } from 'react';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';
import { useLoaded } from '../session/useLoaded';
import { PreviewOfRole } from './PreviewOfRole';

/** The migration role given to a network, or taken from it. */
export interface Change {
  readonly network: string;
  readonly granted: boolean;
}

interface Props {
  readonly cluster: string;
  readonly change: Change;
  readonly onClose: () => void;
}

/** Shows what would come of the change for every host, and makes it if nothing speaks against it. */
export function RoleDialog({ cluster, change: { network, granted }, onClose }: Props) {
  const { client } = useSession();
  const look = useCallback(() => client.previewRole(cluster, network, granted), [client, cluster, network, granted]);
  const { value: preview, failure: unread, reload } = useLoaded(look);
  const { busy, failure, run } = useAction();
  const barred = preview === undefined || preview.errors.length > 0;

  const commit = () => {
    run(async () => {
      await client.changeRole(cluster, network, granted);
      onClose();
    });
  };
  return (
    <Modal variant="large" isOpen onClose={onClose} aria-labelledby="role-title">
      <ModalHeader
        title={granted ? `Grant the migration role to ${network}` : `Revoke the migration role from ${network}`}
        labelId="role-title"
        description={`In cluster ${cluster}. Nothing is changed yet.`}
      />
      <ModalBody>
        <FailureAlert title="It cannot be told what would come of it" failure={unread} />
        <FailureAlert title="Refused, and nothing was changed" failure={failure} />
        {preview === undefined
          ? unread === undefined && <Skeleton screenreaderText="Asking what would come of it" />
          : failure === undefined && <PreviewOfRole preview={preview} />}
      </ModalBody>
      <ModalFooter>
        <Button isDisabled={busy || barred} isLoading={busy} onClick={commit}>
          {granted ? 'Grant the role' : 'Revoke the role'}
        </Button>
        <Button variant="secondary" isDisabled={busy} onClick={reload}>
          Look again
        </Button>
        <Button variant="link" onClick={onClose}>
          Leave as it is
        </Button>
      </ModalFooter>
    </Modal>
  );
}
