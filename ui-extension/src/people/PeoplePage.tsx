import { Stack, StackItem, Title } from '@patternfly/react-core';
import { useCallback } from 'react';
import type { Snapshot } from '../live/snapshot';
import { useSession } from '../session/session';
import { useLoaded } from '../session/useLoaded';
import { TokensCard } from './TokensCard';
import { UsersCard } from './UsersCard';

interface Props {
  readonly snapshot: Snapshot;
}

/** Who may come in, by name or by token, and with what rights. */
export function PeoplePage({ snapshot }: Props) {
  const { client } = useSession();
  const users = useLoaded(useCallback(() => client.people.users(), [client]));
  const tokens = useLoaded(useCallback(() => client.people.tokens(), [client]));
  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h1">Users and tokens</Title>
      </StackItem>
      <StackItem>
        <UsersCard
          users={users}
          onChanged={() => {
            users.reload();
            // A user's sessions, which are tokens, end with a change of the user.
            tokens.reload();
          }}
        />
      </StackItem>
      <StackItem>
        <TokensCard tokens={tokens} clusters={[...snapshot.clusters.keys()].sort()} />
      </StackItem>
    </Stack>
  );
}
