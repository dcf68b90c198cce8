import { instant } from '../format/time';
import { messageOf } from '../api/problem';
import { useSession } from './session';

/** Ends the session at the engine and forgets its token here; an API token is only forgotten. */
export function useSignOut(): () => void {
  const { client, me, leave } = useSession();
  return () => {
    if (me?.user === undefined) {
      leave();
      return;
    }
    client.people.logout().then(
      () => {
        leave('You have signed out.');
      },
      (error: unknown) => {
        const until = me.expires === undefined ? '' : ` until ${instant(me.expires)}`;
        leave(`Signed out here; the engine did not hear of it and would take the session${until}. ${messageOf(error)}`);
      },
    );
  };
}
