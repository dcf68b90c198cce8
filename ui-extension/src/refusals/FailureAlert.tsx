import { Alert } from '@patternfly/react-core';
import { messageOf, Problem } from '../api/problem';
import { RefusalTable } from './RefusalTable';

interface Props {
  readonly title: string;
  /** What was thrown; undefined shows nothing. */
  readonly failure: unknown;
}

/** What went wrong, with every reason the engine gave. */
export function FailureAlert({ title, failure }: Props) {
  if (failure === undefined) {
    return null;
  }
  const refusals = failure instanceof Problem ? failure.refusals : [];
  return (
    <Alert variant="danger" isInline isLiveRegion title={title}>
      {refusals.length === 0 ? (
        <p>{messageOf(failure)}</p>
      ) : (
        <RefusalTable refusals={refusals} label={`${title}: the reasons`} />
      )}
    </Alert>
  );
}
