import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { API_BASE } from '../api/base';
import { EngineClient } from '../api/client';
import { Problem } from '../api/problem';
import type { TokenRole } from '../api/types';
import { LiveStore } from '../live/LiveStore';
import { SessionContext } from '../session/session';
import { Shell } from './Shell';

interface Props {
  readonly token: string;
  readonly onSignOut: (reason?: string) => void;
}

const REJECTED = 'The token was revoked or has expired; sign in again.';

/** Connects to the engine with one token. */
export function SignedIn({ token, onSignOut }: Props) {
  const client = useMemo(() => new EngineClient(API_BASE, token), [token]);
  const live = useMemo(
    () =>
      new LiveStore(client, () => {
        onSignOut(REJECTED);
      }),
    [client, onSignOut],
  );
  useEffect(() => live.start(), [live]);
  const isLive = useSyncExternalStore(live.subscribe, () => live.state().connection.kind === 'live');
  const role = useRole(client, isLive, onSignOut);

  const session = useMemo(() => ({ client, live, role }), [client, live, role]);
  return (
    <SessionContext value={session}>
      <Shell
        onSignOut={() => {
          onSignOut();
        }}
      />
    </SessionContext>
  );
}

/** The token's role, asked for whenever the page goes live; the lesser one until the engine has said it. */
function useRole(client: EngineClient, isLive: boolean, onSignOut: (reason?: string) => void): TokenRole {
  const [role, setRole] = useState<TokenRole>('operator');
  useEffect(() => {
    if (!isLive) {
      return;
    }
    client.whoAmI().then(
      (answer) => {
        setRole(answer.role);
      },
      (error: unknown) => {
        if (error instanceof Problem && error.status === 401) {
          onSignOut(REJECTED);
        }
      },
    );
  }, [client, isLive, onSignOut]);
  return role;
}
