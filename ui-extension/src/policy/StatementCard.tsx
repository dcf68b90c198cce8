import { Button, Card, CardBody, CardHeader, CardTitle, Skeleton } from '@patternfly/react-core';
import { useCallback, useState } from 'react';
import type { Tagged } from '../api/http';
import type { ScopeKind, ScopePolicy } from '../api/policy';
import type { Security } from '../api/types';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useLoaded } from '../session/useLoaded';
import { StatementEditor } from './StatementEditor';
import { StatementView } from './StatementView';

interface Props {
  readonly scope: ScopeKind;
  /** As the API takes it; of a VM the UUID. */
  readonly name: string;
  readonly title: string;
  readonly mayEdit: boolean;
  /** For a VM: what data center and cluster demand; undefined while it is not known. */
  readonly demanded?: Security | undefined;
  readonly onSaved?: () => void;
}

/** What one scope says, and the way to say something else. */
export function StatementCard({ scope, name, title, mayEdit, demanded, onSaved }: Props) {
  const { client } = useSession();
  const load = useCallback(() => client.policy.statement(scope, name), [client, scope, name]);
  const { value: stated, failure, replace } = useLoaded(load);
  const [base, setBase] = useState<Tagged<ScopePolicy>>();

  const settle = (now: Tagged<ScopePolicy>) => {
    replace(now);
    setBase(undefined);
    onSaved?.();
  };
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardHeader
        {...(mayEdit && stated !== undefined && base === undefined
          ? {
              actions: {
                actions: (
                  <Button
                    size="sm"
                    variant="secondary"
                    onClick={() => {
                      setBase(stated);
                    }}
                  >
                    Edit
                  </Button>
                ),
                hasNoOffset: true,
              },
            }
          : {})}
      >
        <CardTitle component="h2">{title}</CardTitle>
      </CardHeader>
      <CardBody>
        <FailureAlert title="What is said cannot be read" failure={failure} />
        {stated === undefined && failure === undefined && <Skeleton screenreaderText="Reading" />}
        {stated !== undefined && base === undefined && <StatementView stated={stated.value} />}
        {base !== undefined && (
          <StatementEditor
            scope={scope}
            name={name}
            base={base}
            demanded={demanded}
            onSettled={settle}
            onLeave={() => {
              setBase(undefined);
            }}
          />
        )}
      </CardBody>
    </Card>
  );
}
