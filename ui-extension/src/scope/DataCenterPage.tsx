import { Stack, StackItem } from '@patternfly/react-core';
import { CfgCard } from '../cfg/CfgCard';
import type { Snapshot } from '../live/snapshot';
import { StatementCard } from '../policy/StatementCard';
import { useSession } from '../session/session';
import { NotFound } from '../shell/NotFound';
import { DataCenterCard } from './DataCenterCard';
import { PageHeading } from './PageHeading';

interface Props {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/** One data center: its policy, what else it says, and its datacenter.cfg. */
export function DataCenterPage({ name, snapshot }: Props) {
  const { rights } = useSession();
  const dataCenter = snapshot.dataCenters.get(name);
  if (dataCenter === undefined) {
    return <NotFound what={`There is no data center ${name}`} />;
  }
  return (
    <Stack hasGutter>
      <StackItem>
        <PageHeading title={`Data center ${name}`} />
      </StackItem>
      <StackItem className="dw-scopes">
        <DataCenterCard dataCenter={dataCenter} own />
        <StatementCard
          scope="datacenter"
          name={name}
          title="What the data center says besides"
          mayEdit={rights.mayAdminister}
        />
      </StackItem>
      <StackItem>
        <CfgCard dataCenter={name} policy={dataCenter.migration} />
      </StackItem>
    </Stack>
  );
}
