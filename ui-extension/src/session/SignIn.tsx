import {
  Button,
  Card,
  CardBody,
  CardTitle,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import { EngineClient } from '../api/client';
import { messageOf, Problem } from '../api/problem';
import { API_BASE } from '../api/base';
import { useAction } from './useAction';

interface Props {
  /** Why the page asks again, if it does. */
  readonly reason: string | undefined;
  readonly onSignedIn: (token: string) => void;
}

/** Asks for an API token and takes it only if the engine does. */
export function SignIn({ reason, onSignedIn }: Props) {
  const [token, setToken] = useState('');
  const { busy, failure, run } = useAction();
  const complaint = failure === undefined ? reason : explain(failure);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run(async () => {
      const { role } = await new EngineClient(API_BASE, token.trim()).whoAmI();
      if (role === 'enrolment') {
        throw new Problem(
          403,
          'This token enrols hosts and may do nothing else; sign in with one of admin or operator.',
        );
      }
      onSignedIn(token.trim());
    });
  };

  return (
    <main className="dw-sign-in">
      <Card>
        <CardTitle component="h1">Droveway</CardTitle>
        <CardBody>
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
        </CardBody>
      </Card>
    </main>
  );
}

function explain(failure: unknown): string {
  return failure instanceof Problem && failure.status === 401
    ? 'The engine does not know this token, or it was revoked or has expired.'
    : messageOf(failure);
}
