import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import type { Token } from '../api/people';
import { useSession } from '../session/session';
import type { Loaded } from '../session/useLoaded';
import { Confirm } from './Confirm';
import { CreateToken } from './CreateToken';
import { ListCard } from './ListCard';
import { TokenRow } from './TokenRow';

interface Props {
  readonly tokens: Loaded<readonly Token[]>;
  readonly clusters: readonly string[];
}

const COLUMNS = ['For', 'Id', 'Role', 'Permissions', 'Since', 'Until'];

/** API tokens and the sessions of people; revoked at once. */
export function TokensCard({ tokens, clusters }: Props) {
  const { client, me, rights } = useSession();
  const [creating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<Token>();
  const close = () => {
    setRevoked(undefined);
  };
  return (
    <>
      <ListCard
        title="Tokens and sessions"
        columns={rights.mayAdminister ? [...COLUMNS, 'Action'] : COLUMNS}
        empty="There is no token."
        failure={tokens.failure}
        rows={tokens.value?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={setRevoked} />
        ))}
        action={
          rights.mayAdminister && (
            <Button
              size="sm"
              onClick={() => {
                setCreating(true);
              }}
            >
              Create token
            </Button>
          )
        }
      />
      {creating && (
        <CreateToken
          clusters={clusters}
          onCreated={tokens.reload}
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
      {revoked !== undefined && (
        <Confirm
          title={`Revoke ${revoked.user === undefined ? 'the token' : 'the session'} of ${revoked.name ?? revoked.id}?`}
          verb="Revoke"
          act={() => client.people.revoke(revoked.id)}
          onDone={() => {
            close();
            tokens.reload();
          }}
          onClose={close}
        >
          {revoked.id === me?.tokenId
            ? 'It is the one that you are signed in with: you will be signed out.'
            : 'Whoever uses it is refused from the next request on.'}
        </Confirm>
      )}
    </>
  );
}
