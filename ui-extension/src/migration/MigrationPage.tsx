import { Breadcrumb, BreadcrumbItem, Card, CardBody, CardTitle, Stack, StackItem } from '@patternfly/react-core';
import { isEnd, type Migration } from '../api/migration';
import type { Snapshot } from '../live/snapshot';
import { PlanDetails } from '../migrate/PlanDetails';
import { Observed } from '../observed/Observed';
import { PathPicture } from '../observed/PathPicture';
import { OVERVIEW } from '../shell/route';
import { NotFound } from '../shell/NotFound';
import { CopyProgress } from './CopyProgress';
import { MigrationHeader } from './MigrationHeader';
import { Outcome } from './Outcome';
import { PhaseTimeline } from './PhaseTimeline';
import { useMigration } from './useMigration';

interface Props {
  readonly id: string;
  readonly snapshot: Snapshot;
}

/** One migration: as it goes, and what was observed. */
export function MigrationPage({ id, snapshot }: Props) {
  const found = useMigration(id, snapshot);
  if (found === 'looking') {
    return null;
  }
  return found === undefined ? <NotFound what={`There is no migration ${id}`} /> : <Details migration={found} />;
}

function Details({ migration }: { readonly migration: Migration }) {
  return (
    <Stack hasGutter>
      <StackItem>
        <Breadcrumb>
          <BreadcrumbItem to={OVERVIEW}>Overview</BreadcrumbItem>
          <BreadcrumbItem isActive>Migration of {migration.vm}</BreadcrumbItem>
        </Breadcrumb>
      </StackItem>
      <StackItem>
        <MigrationHeader migration={migration} />
      </StackItem>
      <StackItem>
        <Outcome migration={migration} />
      </StackItem>
      <StackItem className="dw-migration">
        <Card isCompact component="section" aria-label="Phases">
          <CardTitle component="h2">Phases</CardTitle>
          <CardBody>
            <PhaseTimeline steps={migration.steps} />
          </CardBody>
        </Card>
        <div className="dw-migration-main">
          <Card isCompact component="section" aria-label="Path">
            <CardTitle component="h2">Path</CardTitle>
            <CardBody>
              <PathPicture migration={migration} />
              {!isEnd(migration.state) && <CopyProgress migration={migration} />}
            </CardBody>
          </Card>
          <Observed migration={migration} />
        </div>
      </StackItem>
      {migration.plan && (
        <StackItem>
          <Card isCompact component="section" aria-label="Plan">
            <CardTitle component="h2">Plan</CardTitle>
            <CardBody>
              <PlanDetails plan={migration.plan} />
            </CardBody>
          </Card>
        </StackItem>
      )}
    </Stack>
  );
}
