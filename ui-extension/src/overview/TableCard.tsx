import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';

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
          <div className="dw-scroll">
            <Table variant="compact" aria-label={title} gridBreakPoint="">
              <Thead>
                <Tr>
                  {columns.map((column) => (
                    <Th key={column}>{column}</Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>{rows}</Tbody>
            </Table>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
