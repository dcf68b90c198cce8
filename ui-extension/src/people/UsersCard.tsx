import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import type { User } from '../api/people';
import { useSession } from '../session/session';
import type { Loaded } from '../session/useLoaded';
import { AddUser } from './AddUser';
import { Confirm } from './Confirm';
import { EditRights } from './EditRights';
import { ListCard } from './ListCard';
import { SetPassword } from './SetPassword';
import { UserRow, type UserDeed } from './UserRow';

interface Props {
  readonly users: Loaded<readonly User[]>;
  readonly onChanged: () => void;
}

const COLUMNS = ['Name', 'Role', 'Permissions', 'Since'];

/** The people who come in by name and password. */
export function UsersCard({ users, onChanged }: Props) {
  const { rights } = useSession();
  const [deed, setDeed] = useState<UserDeed | { readonly kind: 'add' }>();
  const close = () => {
    setDeed(undefined);
  };
  const done = () => {
    close();
    onChanged();
  };
  return (
    <>
      <ListCard
        title="Users"
        columns={rights.mayAdminister ? [...COLUMNS, 'Actions'] : COLUMNS}
        empty="There is no user; people come in by tokens alone."
        failure={users.failure}
        rows={users.value?.map((user) => (
          <UserRow key={user.name} user={user} onDeed={setDeed} />
        ))}
        action={
          rights.mayAdminister && (
            <Button
              size="sm"
              onClick={() => {
                setDeed({ kind: 'add' });
              }}
            >
              Add user
            </Button>
          )
        }
      />
      {deed?.kind === 'add' && <AddUser onAdded={onChanged} onClose={close} />}
      {deed?.kind === 'rights' && <EditRights user={deed.user} onDone={done} onClose={close} />}
      {deed?.kind === 'password' && <SetPassword user={deed.user} onDone={done} onClose={close} />}
      {deed?.kind === 'remove' && <RemoveUser user={deed.user} onDone={done} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly user: User;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function RemoveUser({ user, onDone, onClose }: DialogProps) {
  const { client } = useSession();
  return (
    <Confirm
      title={`Remove user ${user.name}?`}
      verb="Remove the user"
      act={() => client.people.removeUser(user.name)}
      onDone={onDone}
      onClose={onClose}
    >
      The sessions of {user.name} end at once. Tokens that were made for {user.name} are not affected.
    </Confirm>
  );
}
