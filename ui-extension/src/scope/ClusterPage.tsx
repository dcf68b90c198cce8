import { Stack, StackItem } from '@patternfly/react-core';
import { byName } from '../format/order';
import type { Snapshot } from '../live/snapshot';
import { HostTable } from '../overview/HostTable';
import { StatementCard } from '../policy/StatementCard';
import { useSession } from '../session/session';
import { NotFound } from '../shell/NotFound';
import { ClusterCard } from './ClusterCard';
import { PageHeading } from './PageHeading';

interface Props {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/** One cluster: its networks, what it says, its hosts. */
export function ClusterPage({ name, snapshot }: Props) {
  const { rights } = useSession();
  const cluster = snapshot.clusters.get(name);
  if (cluster === undefined) {
    return <NotFound what={`There is no cluster ${name}`} />;
  }
  const hosts = [...snapshot.hosts.values()].filter((host) => host.cluster === name);
  return (
    <Stack hasGutter>
      <StackItem>
        <PageHeading title={`Cluster ${name}`} />
      </StackItem>
      <StackItem className="dw-scopes">
        <ClusterCard cluster={cluster} networks={snapshot.networks} own />
        <StatementCard scope="cluster" name={name} title="What the cluster says" mayEdit={rights.mayAdminister} />
      </StackItem>
      <StackItem>
        <HostTable hosts={byName(hosts)} />
      </StackItem>
    </Stack>
  );
}
