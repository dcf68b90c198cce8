import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';

interface Props {
  /** What the table is called to a screen reader. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Cells hold sentences, so rows are read from their tops. */
  readonly prose?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table to read: a plain table to a screen reader, not a grid to move about in, and scrolling rather than overflowing. */
export function DataTable({ label, columns, prose = false, children }: Props) {
  return (
    <div className={`dw-scroll ${prose ? 'dw-prose' : ''}`}>
      <Table variant="compact" role="table" aria-label={label} gridBreakPoint="">
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column} modifier="wrap">
                {column}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>{children}</Tbody>
      </Table>
    </div>
  );
}
