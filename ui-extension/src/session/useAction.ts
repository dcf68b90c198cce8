import { useCallback, useState } from 'react';

/** Something a person sets off: whether it is under way, and how it went wrong the last time. */
export interface Action {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly run: (work: () => Promise<void>) => void;
  readonly clear: () => void;
}

export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const run = useCallback((work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    work()
      .catch((error: unknown) => {
        setFailure(error);
      })
      .finally(() => {
        setBusy(false);
      });
  }, []);
  const clear = useCallback(() => {
    setFailure(undefined);
  }, []);
  return { busy, failure, run, clear };
}
