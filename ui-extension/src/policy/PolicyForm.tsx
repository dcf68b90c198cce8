import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  InputGroup,
  InputGroupItem,
  InputGroupText,
  TextInput,
} from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import type { Tagged } from '../api/http';
import { messageOf, Problem } from '../api/problem';
import type { DataCenter } from '../api/types';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';
import { LineConflict } from './LineConflict';
import { policyValue } from './policyText';

interface Props {
  readonly dataCenter: DataCenter;
  readonly mayEdit: boolean;
  readonly onSaved: (answer: DataCenter) => void;
}

/** A policy being edited, and the version it was read from. */
interface Draft {
  readonly text: string;
  readonly etag: string | undefined;
}

/** The policy in datacenter.cfg's words. */
export function PolicyForm({ dataCenter, mayEdit, onSaved }: Props) {
  const { client } = useSession();
  const [draft, setDraft] = useState<Draft>();
  const [theirs, setTheirs] = useState<Tagged<DataCenter>>();
  const { busy, failure, run, clear } = useAction();
  const fieldId = `policy-${dataCenter.name}`;

  const startEditing = () => {
    run(async () => {
      const { value, etag } = await client.dataCenter(dataCenter.name);
      setDraft({ text: value.migration ?? '', etag });
    });
  };
  const leave = () => {
    setDraft(undefined);
    clear();
  };
  const settle = (now: DataCenter) => {
    onSaved(now);
    setDraft(undefined);
    setTheirs(undefined);
  };
  const save = (policy: string | undefined, etag = draft?.etag) => {
    run(async () => {
      try {
        settle(await client.setPolicy(dataCenter.name, policy, etag));
      } catch (error) {
        if (!(error instanceof Problem && error.status === 412)) {
          throw error;
        }
        setTheirs(await client.dataCenter(dataCenter.name));
      }
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(policyValue(draft?.text ?? ''));
  };

  if (theirs !== undefined) {
    const mine = policyValue(draft?.text ?? '');
    return (
      <LineConflict
        theirs={theirs.value.migration}
        mine={mine}
        busy={busy}
        onMine={() => {
          save(mine === '' ? undefined : mine, theirs.etag);
        }}
        onTheirs={() => {
          settle(theirs.value);
        }}
      />
    );
  }
  return (
    <Form onSubmit={submit} className="dw-policy">
      <FormGroup label="Policy (line of datacenter.cfg)" fieldId={fieldId}>
        <InputGroup>
          <InputGroupText>migration:</InputGroupText>
          <InputGroupItem isFill>
            <TextInput
              id={fieldId}
              className="dw-code"
              value={draft?.text ?? dataCenter.migration ?? ''}
              placeholder={draft === undefined ? 'not set' : 'secure,network=10.1.2.0/24'}
              {...(draft === undefined ? { readOnlyVariant: 'default' as const } : {})}
              validated={failure === undefined ? 'default' : 'error'}
              aria-describedby={`${fieldId}-help`}
              onChange={(_event, text) => {
                setDraft({ text, etag: draft?.etag });
              }}
            />
          </InputGroupItem>
        </InputGroup>
        <FormHelperText>
          <HelperText id={`${fieldId}-help`} isLiveRegion>
            {failure === undefined ? (
              <HelperTextItem>{helpFor(mayEdit, draft !== undefined)}</HelperTextItem>
            ) : (
              <HelperTextItem variant="error">{messageOf(failure)}</HelperTextItem>
            )}
          </HelperText>
        </FormHelperText>
      </FormGroup>
      {mayEdit && (
        <div className="dw-actions">
          {draft === undefined ? (
            <Button size="sm" variant="secondary" isLoading={busy} isDisabled={busy} onClick={startEditing}>
              Set policy
            </Button>
          ) : (
            <>
              <Button size="sm" type="submit" isLoading={busy} isDisabled={busy || draft.text.trim() === ''}>
                Save policy
              </Button>
              {dataCenter.migration !== undefined && (
                <Button
                  size="sm"
                  variant="secondary"
                  isDanger
                  isDisabled={busy}
                  onClick={() => {
                    setDraft({ text: '', etag: draft.etag });
                    save(undefined);
                  }}
                >
                  Unset policy
                </Button>
              )}
              <Button size="sm" variant="link" isDisabled={busy} onClick={leave}>
                Leave as it is
              </Button>
            </>
          )}
        </div>
      )}
    </Form>
  );
}

function helpFor(mayEdit: boolean, editing: boolean): string {
  if (!mayEdit) {
    return 'Administrators set it; it governs every migration of this data center.';
  }
  return editing
    ? 'secure or insecure, then if wanted ,network= and a CIDR'
    : 'Governs every migration of this data center.';
}
