import { Td, Tr } from '@patternfly/react-table';
import type { Migration } from '../api/migration';
import { between, duration } from '../format/time';
import { TimeStamp } from '../format/TimeStamp';
import { SecurityLabel } from '../migration/SecurityLabel';
import { StateLabel } from '../migration/StateLabel';
import { VerdictLabel } from '../observed/VerdictLabel';
import { migrationLink } from '../shell/route';
import { TableCard } from '../table/TableCard';

interface Props {
  readonly migrations: readonly Migration[];
}

const COLUMNS = ['VM', 'Way', 'Network', 'End', 'Verdict', 'VM is on', 'Took', 'Asked for'];

export function EndedMigrations({ migrations }: Props) {
  return (
    <TableCard
      title="Ended migrations"
      columns={COLUMNS}
      empty="No migration has ended yet."
      rows={migrations.map((migration) => (
        <EndedRow key={migration.id} migration={migration} />
      ))}
    />
  );
}

function EndedRow({ migration }: { readonly migration: Migration }) {
  return (
    <Tr>
      <Td>
        <a href={migrationLink(migration.id)} aria-label={`What was observed of the migration of ${migration.vm}`}>
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
      <Td>
        <VerdictLabel verdict={migration.verdict} />
      </Td>
      <Td>{migration.vmHost ?? 'not settled'}</Td>
      <Td modifier="nowrap">
        {migration.endedAt === undefined ? '' : duration(between(migration.requestedAt, migration.endedAt))}
      </Td>
      <Td modifier="nowrap">
        <TimeStamp at={migration.requestedAt} />
      </Td>
    </Tr>
  );
}
