import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { API_BASE } from '../api/base';
import { EngineClient } from '../api/client';
import { Http } from '../api/http';
import type { WhoAmI } from '../api/people';
import { LiveStore } from '../live/LiveStore';
import { askAfterMs } from '../session/expiry';
import { rightsOf } from '../session/rights';
import { SessionContext } from '../session/session';
import { Shell } from './Shell';

interface Props {
  readonly token: string;
  readonly onSignOut: (reason?: string, user?: string) => void;
}

/** Connects to the engine with one token. */
export function SignedIn({ token, onSignOut }: Props) {
  const client = useMemo(() => new EngineClient(new Http(API_BASE, token)), [token]);
  const live = useMemo(() => new LiveStore(client), [client]);
  const user = useRef<string>(undefined);
  const leave = useCallback(
    (why?: string) => {
      onSignOut(why, user.current);
    },
    [onSignOut],
  );
  useEffect(() => {
    client.onRejected(() => {
      leave('The session has ended, or the token was revoked; sign in again.');
    });
    const stop = live.start();
    return () => {
      client.onRejected(() => undefined);
      stop();
    };
  }, [client, live, leave]);

  const isLive = useSyncExternalStore(live.subscribe, () => live.state().connection.kind === 'live');
  const me = useMe(client, isLive);
  useEffect(() => {
    user.current = me?.user;
  }, [me]);
  const session = useMemo(() => ({ client, live, me, rights: rightsOf(me), leave }), [client, live, me, leave]);
  return (
    <SessionContext value={session}>
      <Shell />
    </SessionContext>
  );
}

/** Whose token it is: asked whenever the page goes live, and when the token's time is up. */
function useMe(client: EngineClient, isLive: boolean): WhoAmI | undefined {
  const [me, setMe] = useState<WhoAmI>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (isLive) {
      // What goes wrong here goes wrong for the stream too, which says so.
      client.people.whoAmI().then(setMe, () => undefined);
    }
  }, [client, isLive, asked]);
  useEffect(() => {
    if (me?.expires === undefined) {
      return;
    }
    const timer = setTimeout(
      () => {
        setAsked((count) => count + 1);
      },
      askAfterMs(me.expires, Date.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [me]);
  return me;
}
