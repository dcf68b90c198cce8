import { Td, Tr } from '@patternfly/react-table';
import type { Migration } from '../api/migration';
import { TimeStamp } from '../format/TimeStamp';
import { CancelButton } from '../migration/CancelButton';
import { CopyProgress } from '../migration/CopyProgress';
import { SecurityLabel } from '../migration/SecurityLabel';
import { StateLabel } from '../migration/StateLabel';
import { migrationLink } from '../shell/route';
import { TableCard } from '../table/TableCard';

interface Props {
  readonly migrations: readonly Migration[];
}

const COLUMNS = ['VM', 'Way', 'Network', 'State', 'Progress', 'Asked for', 'Action'];

export function RunningMigrations({ migrations }: Props) {
  return (
    <TableCard
      title="Running migrations"
      columns={COLUMNS}
      empty="Nothing moves right now."
      rows={migrations.map((migration) => (
        <RunningRow key={migration.id} migration={migration} />
      ))}
    />
  );
}

function RunningRow({ migration }: { readonly migration: Migration }) {
  return (
    <Tr>
      <Td>
        <a href={migrationLink(migration.id)} aria-label={`Watch the migration of ${migration.vm}`}>
          <strong>{migration.vm}</strong>
        </a>
      </Td>
      <Td modifier="nowrap">
        {migration.from} → {migration.to}
      </Td>
      <Td modifier="nowrap">
        {migration.network} <SecurityLabel migration={migration} />
      </Td>
      <Td>
        <StateLabel state={migration.state} />
      </Td>
      <Td width={35}>
        <CopyProgress migration={migration} />
      </Td>
      <Td>
        <TimeStamp at={migration.requestedAt} short />
      </Td>
      <Td>
        <CancelButton migration={migration} />
      </Td>
    </Tr>
  );
}
