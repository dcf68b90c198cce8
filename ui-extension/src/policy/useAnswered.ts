import { useState } from 'react';
import type { DataCenter } from '../api/types';

/**
 * What the engine answered to a write stands in for the object it was made on until the stream tells a newer one, so that
 * nobody sees the old value again after saving.
 */
export function useAnswered(streamed: DataCenter): {
  readonly dataCenter: DataCenter;
  readonly answered: (answer: DataCenter) => void;
} {
  const [latest, setLatest] = useState<{ readonly over: DataCenter; readonly answer: DataCenter }>();
  return {
    dataCenter: latest?.over === streamed ? latest.answer : streamed,
    answered: (answer) => {
      setLatest({ over: streamed, answer });
    },
  };
}
