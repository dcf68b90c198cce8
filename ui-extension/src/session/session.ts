import { createContext, use, useSyncExternalStore } from 'react';
import type { EngineClient } from '../api/client';
import type { TokenRole } from '../api/types';
import type { LiveState } from '../live/liveState';
import type { LiveStore } from '../live/LiveStore';

/** Who is signed in, and what the page reads from. */
export interface Session {
  readonly client: EngineClient;
  readonly live: LiveStore;
  readonly role: TokenRole;
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
