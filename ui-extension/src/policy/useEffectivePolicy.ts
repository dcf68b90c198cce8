import { useEffect } from 'react';
import type { EffectivePolicy } from '../api/policy';
import { useCallback } from 'react';
import type { Snapshot } from '../live/snapshot';
import { useSession } from '../session/session';
import { useLoaded, type Loaded } from '../session/useLoaded';

/** What is in force for a VM: read again whenever something changes that it may depend on. */
export function useEffectivePolicy(vm: string, snapshot: Snapshot): Loaded<EffectivePolicy> {
  const { client } = useSession();
  const load = useCallback(() => client.policy.effective(vm), [client, vm]);
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const { dataCenters, clusters, networks } = snapshot;
  useEffect(reload, [reload, dataCenters, clusters, networks]);
  return loaded;
}
