import { Label } from '@patternfly/react-core';
import type { MigrationState } from '../api/migration';
import { STATE_WORDS, statusOf } from './stateWords';

interface Props {
  readonly state: MigrationState;
}

export function StateLabel({ state }: Props) {
  return (
    <Label isCompact status={statusOf(state)}>
      {STATE_WORDS[state]}
    </Label>
  );
}
