import { Button, Card, CardBody, CardFooter, CardTitle, Stack, StackItem } from '@patternfly/react-core';
import { useState } from 'react';
import { FirstTime } from './FirstTime';
import { PasswordForm } from './PasswordForm';
import { TokenForm } from './TokenForm';

interface Props {
  /** Why the page asks again, if it does. */
  readonly reason: string | undefined;
  /** Who was signed in before. */
  readonly user: string | undefined;
  readonly onSignedIn: (token: string) => void;
}

/** Asks who comes: a person by name and password, or whoever holds an API token. */
export function SignIn({ reason, user, onSignedIn }: Props) {
  const [byToken, setByToken] = useState(false);
  return (
    <main className="dw-sign-in">
      <Card>
        <CardTitle component="h1">Droveway</CardTitle>
        <CardBody>
          {byToken ? (
            <TokenForm reason={reason} onSignedIn={onSignedIn} />
          ) : (
            <PasswordForm reason={reason} user={user} onSignedIn={onSignedIn} />
          )}
        </CardBody>
        <CardFooter>
          <Stack hasGutter>
            <StackItem>
              <Button
                variant="link"
                isInline
                onClick={() => {
                  setByToken(!byToken);
                }}
              >
                {byToken ? 'Sign in with name and password' : 'Sign in with an API token'}
              </Button>
            </StackItem>
            <StackItem>
              <FirstTime />
            </StackItem>
          </Stack>
        </CardFooter>
      </Card>
    </main>
  );
}
