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
import { PolicyForm } from '../policy/PolicyForm';
import { useAnswered } from '../policy/useAnswered';
import { dataCenterLink } from '../shell/route';

interface Props {
  readonly dataCenter: DataCenter;
  /** On the data center's own page, which has its name for a title. */
  readonly own?: boolean;
}

/** A data center with its migration policy, which an admin may set. */
export function DataCenterCard({ dataCenter: streamed, own = false }: Props) {
  const { dataCenter, answered } = useAnswered(streamed);
  const { rights } = useSession();
  const title = `Data center ${dataCenter.name}`;
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardTitle component="h2">
        {own ? (
          'Migration policy'
        ) : (
          <>
            Data center <a href={dataCenterLink(dataCenter.name)}>{dataCenter.name}</a>
          </>
        )}
      </CardTitle>
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
