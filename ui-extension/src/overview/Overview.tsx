import { Stack, StackItem } from '@patternfly/react-core';
import { useState } from 'react';
import { isEnd } from '../api/migration';
import type { Vm } from '../api/types';
import { byName, newestFirst } from '../format/order';
import type { Snapshot } from '../live/snapshot';
import { MigrateDialog } from '../migrate/MigrateDialog';
import { ClusterCard } from '../scope/ClusterCard';
import { DataCenterCard } from '../scope/DataCenterCard';
import { EndedMigrations } from './EndedMigrations';
import { HostTable } from './HostTable';
import { RunningMigrations } from './RunningMigrations';
import { VmTable } from './VmTable';

interface Props {
  readonly snapshot: Snapshot;
}

/** Everything at a glance: what moves now, what may move where, and what there is. */
export function Overview({ snapshot }: Props) {
  const [migrating, setMigrating] = useState<Vm>();
  const migrations = newestFirst(snapshot.migrations.values());
  return (
    <>
      <h1 className="pf-v6-screen-reader">Overview</h1>
      <Stack hasGutter>
        <StackItem>
          <RunningMigrations migrations={migrations.filter((migration) => !isEnd(migration.state))} />
        </StackItem>
        {byName(snapshot.dataCenters.values()).map((dataCenter) => (
          <StackItem key={dataCenter.name} className="dw-scopes">
            <DataCenterCard dataCenter={dataCenter} />
            {byName(snapshot.clusters.values())
              .filter((cluster) => cluster.datacenter === dataCenter.name)
              .map((cluster) => (
                <ClusterCard key={cluster.name} cluster={cluster} networks={snapshot.networks} />
              ))}
          </StackItem>
        ))}
        <StackItem>
          <HostTable hosts={byName(snapshot.hosts.values())} />
        </StackItem>
        <StackItem>
          <VmTable vms={byName(snapshot.vms.values())} migrations={snapshot.migrations} onMigrate={setMigrating} />
        </StackItem>
        <StackItem>
          <EndedMigrations migrations={migrations.filter((migration) => isEnd(migration.state))} />
        </StackItem>
      </Stack>
      {migrating && (
        <MigrateDialog
          vm={migrating}
          snapshot={snapshot}
          onClose={() => {
            setMigrating(undefined);
          }}
        />
      )}
    </>
  );
}
