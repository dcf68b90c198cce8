import { useCallback, useState } from 'react';
import { SignIn } from '../session/SignIn';
import { forgetToken, storedToken, storeToken } from '../session/token';
import { SignedIn } from './SignedIn';

/** What the page says to somebody who was signed in before. */
interface Parting {
  readonly reason?: string | undefined;
  readonly user?: string | undefined;
}

/** Signed in or not. */
export function App() {
  const [token, setToken] = useState(storedToken);
  const [parting, setParting] = useState<Parting>({});

  const signIn = useCallback((accepted: string) => {
    storeToken(accepted);
    setParting({});
    setToken(accepted);
  }, []);
  const signOut = useCallback((reason?: string, user?: string) => {
    forgetToken();
    setParting({ reason, user });
    setToken(undefined);
  }, []);

  return token === undefined ? (
    <SignIn reason={parting.reason} user={parting.user} onSignedIn={signIn} />
  ) : (
    <SignedIn key={token} token={token} onSignOut={signOut} />
  );
}
