import { Button } from '@patternfly/react-core';
import type { Vm } from '../api/types';
import { useSession } from '../session/session';

interface Props {
  readonly vm: Vm;
  readonly onClick: () => void;
}

/** Asks for a migration; not there for whoever may not. */
export function MigrateButton({ vm, onClick }: Props) {
  const { rights } = useSession();
  return rights.mayMigrate ? (
    <Button
      size="sm"
      variant="secondary"
      isDisabled={vm.state !== 'running'}
      aria-label={`Migrate ${vm.name}`}
      onClick={onClick}
    >
      Migrate
    </Button>
  ) : null;
}
