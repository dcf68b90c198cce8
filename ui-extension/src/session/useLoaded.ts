import { useCallback, useEffect, useState } from 'react';

/** Something read from the engine. */
export interface Loaded<T> {
  /** What was read last; undefined before the first answer. */
  readonly value: T | undefined;
  /** What went wrong the last time. */
  readonly failure: unknown;
  readonly reload: () => void;
  /** Puts what a write answered in the place of what was read. */
  readonly replace: (value: T) => void;
}

/** @param load must stay the same function as long as the same thing is meant: it is called anew whenever it changes */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<unknown>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    load().then(
      (loaded) => {
        if (current) {
          setValue(loaded);
          setFailure(undefined);
        }
      },
      (error: unknown) => {
        if (current) {
          setFailure(error);
        }
      },
    );
    return () => {
      current = false;
    };
  }, [load, round]);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  return { value, failure, reload, replace: setValue };
}
