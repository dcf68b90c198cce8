import { Button, Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { isEnd, type Migration } from '../api/migration';
import type { Vm } from '../api/types';
import { mebibytes } from '../format/quantity';
import { useSession } from '../session/session';
import { migrationLink } from '../shell/route';
import { TableCard } from '../table/TableCard';

interface Props {
  readonly vms: readonly Vm[];
  readonly migrations: ReadonlyMap<string, Migration>;
  readonly onMigrate: (vm: Vm) => void;
}

const COLUMNS = ['VM', 'Host', 'State', 'Memory', 'Virtual CPUs', 'Cluster', 'Other owner', 'UUID', 'Migration'];
const STATUS = { running: 'success', paused: 'warning', off: undefined, unknown: 'warning' } as const;

export function VmTable({ vms, migrations, onMigrate }: Props) {
  return (
    <TableCard
      title="VMs"
      columns={COLUMNS}
      empty="No VM is known on any host that is up."
      rows={vms.map((vm) => {
        const migration = vm.migration === undefined ? undefined : migrations.get(vm.migration);
        return <VmRow key={vm.id} vm={vm} migration={migration} onMigrate={onMigrate} />;
      })}
    />
  );
}

interface RowProps {
  readonly vm: Vm;
  readonly migration: Migration | undefined;
  readonly onMigrate: (vm: Vm) => void;
}

function VmRow({ vm, migration, onMigrate }: RowProps) {
  const status = STATUS[vm.state];
  return (
    <Tr>
      <Td>
        <strong>{vm.name}</strong>
      </Td>
      <Td>{vm.host}</Td>
      <Td>
        <Label isCompact {...(status === undefined ? {} : { status })}>
          {vm.state}
        </Label>
      </Td>
      <Td>{mebibytes(vm.memoryMiB)}</Td>
      <Td>{vm.vcpus}</Td>
      <Td>{vm.cluster}</Td>
      <Td>{vm.owner ?? 'no other'}</Td>
      <Td>
        <code className="dw-quiet">{vm.id}</code>
      </Td>
      <Td>
        {migration !== undefined && !isEnd(migration.state) ? (
          <a href={migrationLink(migration.id)} aria-label={`Watch the migration of ${vm.name}`}>
            moving to {migration.to}
          </a>
        ) : (
          <MigrateButton vm={vm} onMigrate={onMigrate} />
        )}
      </Td>
    </Tr>
  );
}

function MigrateButton({ vm, onMigrate }: Omit<RowProps, 'migration'>) {
  const { rights } = useSession();
  if (!rights.mayMigrate) {
    return null;
  }
  return (
    <Button
      size="sm"
      variant="secondary"
      isDisabled={vm.state !== 'running'}
      aria-label={`Migrate ${vm.name}`}
      onClick={() => {
        onMigrate(vm);
      }}
    >
      Migrate
    </Button>
  );
}
