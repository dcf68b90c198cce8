import { Button, Form } from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import type { Tagged } from '../api/http';
import type { ScopeKind, ScopePolicy } from '../api/policy';
import { Problem } from '../api/problem';
import type { Security } from '../api/types';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';
import { Conflict } from './Conflict';
import { draftOf, hasErrors, statementOf, weakens } from './draft';
import { StatementFields } from './StatementFields';

interface Props {
  readonly scope: ScopeKind;
  readonly name: string;
  /** What was read when the edit began. */
  readonly base: Tagged<ScopePolicy>;
  readonly demanded: Security | undefined;
  /** Given what stands now, saved or found. */
  readonly onSettled: (now: Tagged<ScopePolicy>) => void;
  readonly onLeave: () => void;
}

/** Edits what one scope says; shows both versions when somebody else said something meanwhile. */
export function StatementEditor({ scope, name, base, demanded, onSettled, onLeave }: Props) {
  const { client } = useSession();
  const [draft, setDraft] = useState(() => draftOf(base.value));
  const [reason, setReason] = useState('');
  const [theirs, setTheirs] = useState<Tagged<ScopePolicy>>();
  const { busy, failure, run } = useAction();
  const needsReason = scope === 'vm' && weakens(draft, demanded);
  const unready = hasErrors(draft) || (needsReason && reason.trim() === '');

  const save = (over: Tagged<ScopePolicy>) => {
    run(async () => {
      const wish = { ...statementOf(draft), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
      try {
        onSettled(await client.policy.say(scope, name, wish, over.etag));
      } catch (error) {
        if (!(error instanceof Problem && error.status === 412)) {
          throw error;
        }
        setTheirs(await client.policy.statement(scope, name));
      }
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(base);
  };

  if (theirs !== undefined) {
    return (
      <>
        <FailureAlert title="Not saved" failure={failure} />
        <Conflict
          before={base.value}
          theirs={theirs.value}
          mine={statementOf(draft)}
          busy={busy}
          onMine={() => {
            save(theirs);
          }}
          onTheirs={() => {
            onSettled(theirs);
          }}
        />
      </>
    );
  }
  return (
    <Form onSubmit={submit}>
      <FailureAlert title="Not saved, nothing was changed" failure={failure} />
      <StatementFields
        scope={scope}
        draft={draft}
        demanded={demanded}
        reason={reason}
        needsReason={needsReason}
        onDraft={setDraft}
        onReason={setReason}
      />
      <div className="dw-actions">
        <Button size="sm" type="submit" isLoading={busy} isDisabled={busy || unready}>
          Save
        </Button>
        <Button
          size="sm"
          variant="secondary"
          isDisabled={busy}
          onClick={() => {
            setDraft(draftOf({}));
          }}
        >
          Clear all
        </Button>
        <Button size="sm" variant="link" isDisabled={busy} onClick={onLeave}>
          Leave as it is
        </Button>
      </div>
    </Form>
  );
}
