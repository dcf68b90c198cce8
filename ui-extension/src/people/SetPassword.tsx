import { useState } from 'react';
import type { User } from '../api/people';
import { NewPassword } from '../session/NewPassword';
import { passwordError } from '../session/password';
import { useSession } from '../session/session';
import { FormDialog } from './FormDialog';

interface Props {
  readonly user: User;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Sets somebody else's password, for one that was lost. */
export function SetPassword({ user, onDone, onClose }: Props) {
  const { client } = useSession();
  const [typed, setTyped] = useState({ password: '', again: '' });
  return (
    <FormDialog
      title={`Set the password of ${user.name}`}
      description="It ends the user’s sessions."
      verb="Set the password"
      ready={typed.again !== '' && passwordError(typed.password, typed.again) === undefined}
      act={async () => {
        await client.people.setPassword(user.name, typed.password);
        onDone();
      }}
      onClose={onClose}
    >
      <NewPassword typed={typed} onChange={setTyped} />
    </FormDialog>
  );
}
