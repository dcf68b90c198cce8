import { Content, Flex, FlexItem, Title } from '@patternfly/react-core';
import type { Migration } from '../api/migration';
import { TimeStamp } from '../format/TimeStamp';
import { CancelButton } from './CancelButton';
import { SecurityLabel } from './SecurityLabel';
import { StateLabel } from './StateLabel';

interface Props {
  readonly migration: Migration;
}

export function MigrationHeader({ migration }: Props) {
  return (
    <Flex alignItems={{ default: 'alignItemsCenter' }} gap={{ default: 'gapMd' }}>
      <FlexItem>
        <Title headingLevel="h1">
          {migration.vm}: {migration.from} → {migration.to}
        </Title>
      </FlexItem>
      <FlexItem role="status" aria-label="State of the migration">
        <StateLabel state={migration.state} />
      </FlexItem>
      <FlexItem>
        <SecurityLabel migration={migration} />
      </FlexItem>
      <FlexItem>
        <CancelButton migration={migration} />
      </FlexItem>
      <FlexItem align={{ default: 'alignRight' }}>
        <Content component="small">
          asked for by {migration.requestedBy} at <TimeStamp at={migration.requestedAt} />
          {migration.vmHost !== undefined && <> · VM is on {migration.vmHost}</>}
        </Content>
      </FlexItem>
    </Flex>
  );
}
