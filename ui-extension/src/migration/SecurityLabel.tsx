import { Label } from '@patternfly/react-core';
import { LockIcon, LockOpenIcon } from '@patternfly/react-icons';
import type { Migration } from '../api/migration';

interface Props {
  readonly migration: Pick<Migration, 'type' | 'managementNetwork'>;
}

/** Secure or not, and the mark of a migration that a person let onto the management network. */
export function SecurityLabel({ migration }: Props) {
  const secure = migration.type === 'secure';
  return (
    <>
      <Label isCompact variant="outline" icon={secure ? <LockIcon /> : <LockOpenIcon />}>
        {migration.type}
      </Label>
      {migration.managementNetwork && (
        <Label isCompact status="warning" className="dw-gap">
          management network
        </Label>
      )}
    </>
  );
}
