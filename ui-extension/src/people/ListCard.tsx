import { Card, CardBody, CardHeader, CardTitle, Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { FailureAlert } from '../refusals/FailureAlert';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly title: string;
  readonly columns: readonly string[];
  /** Undefined while it is read. */
  readonly rows: readonly ReactNode[] | undefined;
  readonly empty: string;
  readonly failure: unknown;
  /** The button that adds to the list, for whoever may. */
  readonly action: ReactNode;
}

/** A list that is read from the engine, and the way to add to it. */
export function ListCard({ title, columns, rows, empty, failure, action }: Props) {
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardHeader actions={{ actions: action, hasNoOffset: true }}>
        <CardTitle component="h2">
          {title} <span className="dw-count">{rows?.length}</span>
        </CardTitle>
      </CardHeader>
      <CardBody>
        <FailureAlert title={`${title} cannot be read`} failure={failure} />
        {rows === undefined && failure === undefined && <Skeleton screenreaderText="Reading" />}
        {rows?.length === 0 && <p className="dw-empty">{empty}</p>}
        {rows !== undefined && rows.length > 0 && (
          <DataTable label={title} columns={columns}>
            {rows}
          </DataTable>
        )}
      </CardBody>
    </Card>
  );
}
