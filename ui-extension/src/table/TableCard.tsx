import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { DataTable } from './DataTable';

interface Props {
  readonly title: string;
  readonly columns: readonly string[];
  /** What is said when there are no rows. */
  readonly empty: string;
  readonly rows: readonly ReactNode[];
}

/** A card with a table in it, or with a sentence when there is nothing. */
export function TableCard({ title, columns, empty, rows }: Props) {
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardTitle component="h2">
        {title} <span className="dw-count">{rows.length}</span>
      </CardTitle>
      <CardBody>
        {rows.length === 0 ? (
          <p className="dw-empty">{empty}</p>
        ) : (
          <DataTable label={title} columns={columns}>
            {rows}
          </DataTable>
        )}
      </CardBody>
    </Card>
  );
}
