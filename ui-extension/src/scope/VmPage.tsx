import { Stack, StackItem } from '@patternfly/react-core';
import { useState } from 'react';
import { isEnd } from '../api/migration';
import type { Vm } from '../api/types';
import { newestFirst } from '../format/order';
import type { Snapshot } from '../live/snapshot';
import { MigrateButton } from '../migrate/MigrateButton';
import { MigrateDialog } from '../migrate/MigrateDialog';
import { EndedMigrations } from '../overview/EndedMigrations';
import { RunningMigrations } from '../overview/RunningMigrations';
import { EffectivePolicyCard } from '../policy/EffectivePolicyCard';
import { demandedSecurity } from '../policy/effective';
import { StatementCard } from '../policy/StatementCard';
import { useEffectivePolicy } from '../policy/useEffectivePolicy';
import { useSession } from '../session/session';
import { NotFound } from '../shell/NotFound';
import { PageHeading } from './PageHeading';
import { VmState } from './VmState';

interface Props {
  readonly id: string;
  readonly snapshot: Snapshot;
}

export function VmPage({ id, snapshot }: Props) {
  const vm = snapshot.vms.get(id);
  return vm === undefined ? <NotFound what={`There is no VM ${id}`} /> : <Details vm={vm} snapshot={snapshot} />;
}

/** One VM: what is in force for it and why, what is said of it, and its migrations. */
function Details({ vm, snapshot }: { readonly vm: Vm; readonly snapshot: Snapshot }) {
  const { rights } = useSession();
  const [migrating, setMigrating] = useState(false);
  const policy = useEffectivePolicy(vm.id, snapshot);
  const migrations = newestFirst([...snapshot.migrations.values()].filter(({ vmId }) => vmId === vm.id));
  const running = migrations.filter(({ state }) => !isEnd(state));
  return (
    <Stack hasGutter>
      <StackItem>
        <PageHeading title={vm.name}>
          <VmState state={vm.state} />
          <span className="dw-quiet">on {vm.host}</span>
          {running.length === 0 && (
            <MigrateButton
              vm={vm}
              onClick={() => {
                setMigrating(true);
              }}
            />
          )}
        </PageHeading>
      </StackItem>
      {running.length > 0 && (
        <StackItem>
          <RunningMigrations migrations={running} />
        </StackItem>
      )}
      <StackItem>
        <EffectivePolicyCard policy={policy} />
      </StackItem>
      <StackItem>
        <StatementCard
          scope="vm"
          name={vm.id}
          title={`What is said of ${vm.name}`}
          mayEdit={rights.mayMigrate}
          demanded={policy.value === undefined ? undefined : demandedSecurity(policy.value)}
          onSaved={policy.reload}
        />
      </StackItem>
      <StackItem>
        <EndedMigrations migrations={migrations.filter(({ state }) => isEnd(state))} />
      </StackItem>
      {migrating && (
        <MigrateDialog
          vm={vm}
          snapshot={snapshot}
          onClose={() => {
            setMigrating(false);
          }}
        />
      )}
    </Stack>
  );
}
