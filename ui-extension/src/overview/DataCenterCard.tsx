import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { DataCenter } from '../api/types';
import { useSession } from '../session/session';
import { useAnswered } from './useAnswered';
import { PolicyForm } from './PolicyForm';

interface Props {
  readonly dataCenter: DataCenter;
}

/** A data center with its migration policy, which an admin may set. */
export function DataCenterCard({ dataCenter: streamed }: Props) {
  const { dataCenter, answered } = useAnswered(streamed);
  const { rights } = useSession();
  const title = `Data center ${dataCenter.name}`;
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        <DescriptionList isHorizontal isCompact termWidth="9rem">
          <DescriptionListGroup>
            <DescriptionListTerm>Migrations are</DescriptionListTerm>
            <DescriptionListDescription>
              {dataCenter.migrationType ?? 'not decided by policy'}
            </DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>Network</DescriptionListTerm>
            <DescriptionListDescription>
              {dataCenter.migrationNetwork ?? 'not named; each cluster’s migration role decides'}
            </DescriptionListDescription>
          </DescriptionListGroup>
        </DescriptionList>
        <PolicyForm dataCenter={dataCenter} mayEdit={rights.mayAdminister} onSaved={answered} />
      </CardBody>
    </Card>
  );
}
