import { createContext, use, useSyncExternalStore } from 'react';
import type { EngineClient } from '../api/client';
import type { WhoAmI } from '../api/people';
import type { LiveState } from '../live/liveState';
import type { LiveStore } from '../live/LiveStore';
import type { Rights } from './rights';

/** Who is signed in, and what the page reads from. */
export interface Session {
  readonly client: EngineClient;
  readonly live: LiveStore;
  /** Undefined until the engine has said it. */
  readonly me: WhoAmI | undefined;
  readonly rights: Rights;
  /** Forgets the token and asks anew who comes, with the reason why. */
  readonly leave: (why?: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) {
    throw new Error('this part of the page is shown only when signed in');
  }
  return session;
}

export function useLive(): LiveState {
  const { live } = useSession();
  return useSyncExternalStore(live.subscribe, live.state);
}
