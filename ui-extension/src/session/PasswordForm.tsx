import { Alert, Button, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import { API_BASE } from '../api/base';
import { Http } from '../api/http';
import { PeopleClient } from '../api/people';
import { messageOf } from '../api/problem';
import { PasswordInput } from './PasswordInput';
import { useAction } from './useAction';

interface Props {
  readonly reason: string | undefined;
  readonly user: string | undefined;
  readonly onSignedIn: (token: string) => void;
}

const LENGTHS = [
  ['PT1H', '1 hour'],
  ['PT4H', '4 hours'],
  ['PT12H', '12 hours'],
] as const;

/** Opens a session for name and password. */
export function PasswordForm({ reason, user: before, onSignedIn }: Props) {
  const [user, setUser] = useState(before ?? '');
  const [password, setPassword] = useState('');
  const [ttl, setTtl] = useState<string>('PT1H');
  const { busy, failure, run } = useAction();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run(async () => {
      const session = await new PeopleClient(new Http(API_BASE)).login(user.trim(), password, ttl);
      onSignedIn(session.token);
    });
  };

  return (
    <Form onSubmit={submit}>
      {failure === undefined ? (
        reason !== undefined && <Alert variant="info" isInline isLiveRegion title={reason} />
      ) : (
        <Alert variant="danger" isInline isLiveRegion title="Not signed in">
          {messageOf(failure)}
        </Alert>
      )}
      <FormGroup label="Name" fieldId="user" isRequired>
        <TextInput
          id="user"
          name="username"
          autoComplete="username"
          value={user}
          isRequired
          onChange={(_event, value) => {
            setUser(value);
          }}
        />
      </FormGroup>
      <PasswordInput
        id="password"
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <FormGroup label="Stay signed in for" fieldId="ttl">
        <FormSelect
          id="ttl"
          value={ttl}
          onChange={(_event, value) => {
            setTtl(value);
          }}
        >
          {LENGTHS.map(([value, label]) => (
            <FormSelectOption key={value} value={value} label={label} />
          ))}
        </FormSelect>
      </FormGroup>
      <div className="dw-actions">
        <Button type="submit" isLoading={busy} isDisabled={busy || user.trim() === '' || password === ''}>
          Sign in
        </Button>
      </div>
    </Form>
  );
}
