import { Label } from '@patternfly/react-core';
import type { Candidate } from '../api/migration';
import { RefusalTable } from '../refusals/RefusalTable';

interface Props {
  readonly candidates: readonly Candidate[];
  readonly chosen: string | undefined;
}

/** The hosts that could be a destination, and each one left out with all reasons. */
export function Candidates({ candidates, chosen }: Props) {
  return (
    <section aria-label="Hosts">
      <h3 className="dw-heading">Hosts</h3>
      {candidates.length === 0 && <p className="dw-empty">No other host is in the cluster.</p>}
      {candidates.map((candidate) => (
        <div key={candidate.host} className="dw-candidate">
          <div>
            <strong>{candidate.host}</strong>{' '}
            <Label isCompact status={candidate.accepted ? 'success' : 'danger'}>
              {wordsFor(candidate, chosen)}
            </Label>{' '}
            {candidate.weight !== undefined && <span className="dw-quiet">weight {candidate.weight}</span>}
          </div>
          {candidate.refusals.length > 0 && (
            <RefusalTable refusals={candidate.refusals} label={`Why ${candidate.host} is left out`} />
          )}
        </div>
      ))}
    </section>
  );
}

function wordsFor({ host, accepted }: Candidate, chosen: string | undefined): string {
  if (!accepted) {
    return 'left out';
  }
  return host === chosen ? 'chosen' : 'possible';
}
