import type { Migration } from '../api/migration';
import type { Cluster, DataCenter, Host, Network, Vm } from '../api/types';
import type { EngineEvent } from './events';

/** Everything there is, as far as the stream has told. Keys are names; of VMs and migrations, ids. */
export interface Snapshot {
  readonly dataCenters: ReadonlyMap<string, DataCenter>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly networks: ReadonlyMap<string, Network>;
  readonly hosts: ReadonlyMap<string, Host>;
  readonly vms: ReadonlyMap<string, Vm>;
  readonly migrations: ReadonlyMap<string, Migration>;
}

export const EMPTY: Snapshot = {
  dataCenters: new Map(),
  clusters: new Map(),
  networks: new Map(),
  hosts: new Map(),
  vms: new Map(),
  migrations: new Map(),
};

/** The snapshot after one event. */
export function reduce(snapshot: Snapshot, event: EngineEvent): Snapshot {
  switch (event.kind) {
    case 'datacenter':
      return { ...snapshot, dataCenters: put(snapshot.dataCenters, event.value.name, event.value) };
    case 'cluster':
      return { ...snapshot, clusters: put(snapshot.clusters, event.value.name, event.value) };
    case 'network':
      return { ...snapshot, networks: put(snapshot.networks, event.value.name, event.value) };
    case 'host':
      return { ...snapshot, hosts: put(snapshot.hosts, event.value.name, event.value) };
    case 'vm':
      return { ...snapshot, vms: put(snapshot.vms, event.value.id, event.value) };
    case 'migration':
      return { ...snapshot, migrations: put(snapshot.migrations, event.value.id, event.value) };
    case 'removed':
      return remove(snapshot, event.of, event.name);
    case 'ready':
      return snapshot;
  }
}

function remove(snapshot: Snapshot, kind: string, name: string): Snapshot {
  switch (kind) {
    case 'datacenter':
      return { ...snapshot, dataCenters: without(snapshot.dataCenters, name) };
    case 'cluster':
      return { ...snapshot, clusters: without(snapshot.clusters, name) };
    case 'network':
      return { ...snapshot, networks: without(snapshot.networks, name) };
    case 'host':
      return { ...snapshot, hosts: without(snapshot.hosts, name) };
    case 'vm':
      return { ...snapshot, vms: withoutVm(snapshot.vms, name) };
    case 'migration':
      return { ...snapshot, migrations: without(snapshot.migrations, name) };
    default:
      return snapshot;
  }
}

function put<T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> {
  return new Map(map).set(key, value);
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

/** A VM may be named by its UUID or, as everywhere in the API, by libvirt's name. */
function withoutVm(vms: ReadonlyMap<string, Vm>, name: string): ReadonlyMap<string, Vm> {
  return new Map([...vms].filter(([id, vm]) => id !== name && vm.name !== name));
}
