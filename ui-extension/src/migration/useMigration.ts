import { useEffect, useState } from 'react';
import type { Migration } from '../api/migration';
import type { Snapshot } from '../live/snapshot';
import { useSession } from '../session/session';

/** The migration as the stream tells it, or as the engine remembers it; undefined if there is none. */
export function useMigration(id: string, snapshot: Snapshot): Migration | undefined | 'looking' {
  const { client } = useSession();
  const [fetched, setFetched] = useState<Migration | undefined | 'looking'>('looking');
  const streamed = snapshot.migrations.get(id);
  const known = streamed !== undefined;
  useEffect(() => {
    if (known) {
      return;
    }
    client.migration(id).then(setFetched, () => {
      setFetched(undefined);
    });
  }, [client, id, known]);
  return streamed ?? fetched;
}
