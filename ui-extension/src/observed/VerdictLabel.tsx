import { Label } from '@patternfly/react-core';
import type { Verdict } from '../api/migration';

interface Props {
  /** Absent when the migration moved nothing that could be judged. */
  readonly verdict: Verdict | undefined;
}

export const VERDICT_STATUS = { conforms: 'success', violates: 'danger', unknown: 'warning' } as const;

export function VerdictLabel({ verdict }: Props) {
  return verdict === undefined ? (
    <span className="dw-quiet">none</span>
  ) : (
    <Label isCompact status={VERDICT_STATUS[verdict]}>
      {verdict}
    </Label>
  );
}
