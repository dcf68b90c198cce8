import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { OVERVIEW } from './route';

interface Props {
  readonly what: string;
}

export function NotFound({ what }: Props) {
  return (
    <EmptyState titleText={what} headingLevel="h1">
      <EmptyStateBody>
        <a href={OVERVIEW}>To the overview</a>
      </EmptyStateBody>
    </EmptyState>
  );
}
