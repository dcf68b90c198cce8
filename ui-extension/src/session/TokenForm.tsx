import { Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import { API_BASE } from '../api/base';
import { Http } from '../api/http';
import { PeopleClient } from '../api/people';
import { messageOf, Problem } from '../api/problem';
import { useAction } from './useAction';

interface Props {
  readonly reason: string | undefined;
  readonly onSignedIn: (token: string) => void;
}

/** Takes an API token only if the engine does. */
export function TokenForm({ reason, onSignedIn }: Props) {
  const [token, setToken] = useState('');
  const { busy, failure, run } = useAction();
  const complaint = failure === undefined ? reason : explain(failure);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run(async () => {
      const { role } = await new PeopleClient(new Http(API_BASE, token.trim())).whoAmI();
      if (role === 'enrolment') {
        throw new Problem(403, 'This token enrols hosts and may do nothing else; sign in with another one.');
      }
      onSignedIn(token.trim());
    });
  };

  return (
    <Form onSubmit={submit}>
      <FormGroup label="API token" fieldId="token" isRequired>
        <TextInput
          id="token"
          type="password"
          autoComplete="off"
          value={token}
          isRequired
          validated={complaint === undefined ? 'default' : 'error'}
          aria-describedby="token-help"
          onChange={(_event, value) => {
            setToken(value);
          }}
        />
        <FormHelperText>
          <HelperText id="token-help" isLiveRegion>
            <HelperTextItem variant={complaint === undefined ? 'default' : 'error'}>
              {complaint ?? 'Made by “drovectl token create”. It is kept in this browser tab only.'}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <div className="dw-actions">
        <Button type="submit" isLoading={busy} isDisabled={busy || token.trim() === ''}>
          Sign in
        </Button>
      </div>
    </Form>
  );
}

function explain(failure: unknown): string {
  return failure instanceof Problem && failure.tokenRejected
    ? 'The engine does not know this token, or it was revoked or has expired.'
    : messageOf(failure);
}
