import { Alert, AlertActionLink, PageSection } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { instant } from '../format/time';
import { endsSoon, warnAfterMs } from './expiry';
import { useSession } from './session';

/** Tells some minutes before that session or token end. */
export function SessionNotice() {
  const { me, leave } = useSession();
  const [now, setNow] = useState(Date.now);
  const expires = me?.expires;
  useEffect(() => {
    if (expires === undefined) {
      return;
    }
    const timer = setTimeout(
      () => {
        setNow(Date.now());
      },
      warnAfterMs(expires, Date.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [expires]);
  if (expires === undefined || !endsSoon(expires, now)) {
    return null;
  }
  return (
    <PageSection hasBodyWrapper={false}>
      <Alert
        variant="warning"
        isInline
        isLiveRegion
        title={`You are signed in until ${instant(expires)}`}
        actionLinks={
          <AlertActionLink
            onClick={() => {
              leave();
            }}
          >
            Sign in again
          </AlertActionLink>
        }
      />
    </PageSection>
  );
}
