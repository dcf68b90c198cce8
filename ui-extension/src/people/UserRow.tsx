import { MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { ActionsColumn, Td, Tr } from '@patternfly/react-table';
import type { User } from '../api/people';
import { TimeStamp } from '../format/TimeStamp';
import { useSession } from '../session/session';

/** What an administrator is about to do with a user. */
export interface UserDeed {
  readonly kind: 'rights' | 'password' | 'remove';
  readonly user: User;
}

interface Props {
  readonly user: User;
  readonly onDeed: (deed: UserDeed) => void;
}

export function UserRow({ user, onDeed }: Props) {
  const { me, rights } = useSession();
  const own = me?.user === user.name;
  const item = (title: string, kind: UserDeed['kind']) => ({
    title,
    onClick: () => {
      onDeed({ kind, user });
    },
  });
  return (
    <Tr>
      <Td className="dw-object">
        <strong>{user.name}</strong>
        {own && <span className="dw-quiet"> you</span>}
      </Td>
      <Td>{user.role}</Td>
      <Td>{user.permissions.join(', ')}</Td>
      <Td modifier="nowrap">
        <TimeStamp at={user.created} />
      </Td>
      {rights.mayAdminister && (
        <Td isActionCell>
          <ActionsColumn
            actionsToggle={({ onToggle, isOpen, toggleRef }) => (
              <MenuToggle
                ref={toggleRef}
                variant="plain"
                isExpanded={isOpen}
                onClick={onToggle}
                aria-label={`Actions for ${user.name}`}
                icon={<EllipsisVIcon />}
              />
            )}
            items={[
              item('Edit role', 'rights'),
              // One's own is changed in the menu of the session, with the current one.
              ...(own ? [] : [item('Set password', 'password')]),
              item('Remove', 'remove'),
            ]}
          />
        </Td>
      )}
    </Tr>
  );
}
