import { Label } from '@patternfly/react-core';
import type { Vm } from '../api/types';

interface Props {
  readonly state: Vm['state'];
}

const STATUS = { running: 'success', paused: 'warning', off: undefined, unknown: 'warning' } as const;

export function VmState({ state }: Props) {
  const status = STATUS[state];
  return (
    <Label isCompact {...(status === undefined ? {} : { status })}>
      {state}
    </Label>
  );
}
