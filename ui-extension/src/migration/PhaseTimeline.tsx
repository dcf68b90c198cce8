import type { Step } from '../api/migration';
import { duration } from '../format/time';
import { TimeStamp } from '../format/TimeStamp';
import { phasesOf, type Phase } from './phases';
import { STATE_WORDS, statusOf } from './stateWords';

interface Props {
  readonly steps: readonly Step[];
}

/** The phases with their times, one under the other. */
export function PhaseTimeline({ steps }: Props) {
  return (
    <ol className="dw-timeline" aria-label="Phases">
      {phasesOf(steps).map((phase, index) => (
        <PhaseItem key={`${index} ${phase.state}`} phase={phase} />
      ))}
    </ol>
  );
}

function PhaseItem({ phase }: { readonly phase: Phase }) {
  const status = phase.kind === 'end' ? statusOf(phase.state) : phase.kind.replace(' ', '-');
  return (
    <li className={`dw-phase dw-phase-${status}`} {...(phase.kind === 'current' ? { 'aria-current': 'step' } : {})}>
      <span className="dw-phase-name">
        {STATE_WORDS[phase.state]}
        {phase.kind === 'to come' && <span className="pf-v6-screen-reader"> still to come</span>}
      </span>
      <span className="dw-quiet">{phase.at !== undefined && <TimeStamp at={phase.at} short />}</span>
      <span className="dw-quiet dw-number">{lasting(phase)}</span>
      {phase.detail !== undefined && <span className="dw-phase-detail">{phase.detail}</span>}
    </li>
  );
}

function lasting(phase: Phase): string {
  if (phase.lastedMs !== undefined) {
    return duration(phase.lastedMs);
  }
  return phase.kind === 'current' ? 'now' : '';
}
