import { useCallback, useState } from 'react';
import { SignIn } from '../session/SignIn';
import { forgetToken, storedToken, storeToken } from '../session/token';
import { SignedIn } from './SignedIn';

/** Signed in or not. */
export function App() {
  const [token, setToken] = useState(storedToken);
  const [reason, setReason] = useState<string>();

  const signIn = useCallback((accepted: string) => {
    storeToken(accepted);
    setReason(undefined);
    setToken(accepted);
  }, []);
  const signOut = useCallback((why?: string) => {
    forgetToken();
    setReason(why);
    setToken(undefined);
  }, []);

  return token === undefined ? (
    <SignIn reason={reason} onSignedIn={signIn} />
  ) : (
    <SignedIn key={token} token={token} onSignOut={signOut} />
  );
}
