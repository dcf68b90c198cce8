import { Td, Tr } from '@patternfly/react-table';
import { isEnd, type Migration } from '../api/migration';
import type { Vm } from '../api/types';
import { mebibytes } from '../format/quantity';
import { MigrateButton } from '../migrate/MigrateButton';
import { migrationLink, vmLink } from '../shell/route';
import { VmState } from '../scope/VmState';
import { TableCard } from '../table/TableCard';

interface Props {
  readonly vms: readonly Vm[];
  readonly migrations: ReadonlyMap<string, Migration>;
  readonly onMigrate: (vm: Vm) => void;
}

const COLUMNS = ['VM', 'Host', 'State', 'Memory', 'Virtual CPUs', 'Cluster', 'Other owner', 'UUID', 'Migration'];

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
  return (
    <Tr>
      <Td>
        <a href={vmLink(vm.id)}>
          <strong>{vm.name}</strong>
        </a>
      </Td>
      <Td>{vm.host}</Td>
      <Td>
        <VmState state={vm.state} />
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
          <MigrateButton
            vm={vm}
            onClick={() => {
              onMigrate(vm);
            }}
          />
        )}
      </Td>
    </Tr>
  );
}
