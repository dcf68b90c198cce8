import { useState } from 'react';
import type { User } from '../api/people';
import { useSession } from '../session/session';
import { FormDialog } from './FormDialog';
import { RightsFields } from './RightsFields';
import { draftOfRights, rightsOfDraft } from './rightsDraft';

interface Props {
  readonly user: User;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Gives a user another role or permission. */
export function EditRights({ user, onDone, onClose }: Props) {
  const { client } = useSession();
  const [rights, setRights] = useState(() => draftOfRights(user));
  return (
    <FormDialog
      title={`Edit the role of ${user.name}`}
      description="It ends the user’s sessions."
      verb="Save"
      ready
      act={async () => {
        await client.people.changeRights(user.name, rightsOfDraft(rights));
        onDone();
      }}
      onClose={onClose}
    >
      <RightsFields roles={['viewer', 'operator', 'admin']} draft={rights} onChange={setRights} />
    </FormDialog>
  );
}
