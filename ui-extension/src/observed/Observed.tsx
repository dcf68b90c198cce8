import { Card, CardBody, CardTitle, Grid, GridItem } from '@patternfly/react-core';
import { isEnd, type Migration, type Observation } from '../api/migration';
import { Connections } from './Connections';
import { Pinholes } from './Pinholes';
import { Totals } from './Totals';
import { TrafficBars } from './TrafficBars';

interface Props {
  readonly migration: Migration;
}

/** What the agents of both hosts saw on sockets, NICs, streams and the firewall. */
export function Observed({ migration }: Props) {
  const observed = migration.observed ?? [];
  return (
    <Card isCompact component="section" aria-label="What was observed">
      <CardTitle component="h2">What was observed</CardTitle>
      <CardBody>
        {observed.length === 0 ? (
          <p className="dw-empty">
            {isEnd(migration.state) ? 'Nothing was observed.' : 'Observations are gathered when the migration closes.'}
          </p>
        ) : (
          <div className="dw-observed">
            <Totals migration={migration} />
            <Connections observed={observed} />
            <Pinholes observed={observed} />
            <Grid hasGutter>
              {observed.map((observation) => (
                <GridItem key={observation.host} md={6}>
                  <TrafficBars observation={observation} longest={mostBytes(observed)} />
                </GridItem>
              ))}
            </Grid>
          </div>
        )}
      </CardBody>
    </Card>
  );
}

/** One scale for all bars, so that they can be compared from host to host. */
function mostBytes(observed: readonly Observation[]): number {
  const counts = observed.flatMap(({ traffic }) => traffic.flatMap((nic) => [nic.sentBytes, nic.receivedBytes]));
  return Math.max(1, ...counts);
}
