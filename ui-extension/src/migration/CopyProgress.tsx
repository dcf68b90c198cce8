import { Progress, ProgressMeasureLocation, ProgressSize } from '@patternfly/react-core';
import type { Migration, Progress as Copied } from '../api/migration';
import { bytes, percent, rate } from '../format/quantity';

interface Props {
  readonly migration: Migration;
}

/** How far the copy is; nothing before there is anything to say. */
export function CopyProgress({ migration }: Props) {
  const { progress } = migration;
  if (progress === undefined) {
    return <span className="dw-quiet">not copying yet</span>;
  }
  return (
    <div className="dw-progress">
      <Progress
        size={ProgressSize.sm}
        measureLocation={ProgressMeasureLocation.outside}
        value={share(migration, progress)}
        aria-label={`Copy of ${migration.vm}`}
      />
      <span className="dw-quiet dw-number">{sentence(progress)}</span>
    </div>
  );
}

/** What was copied of all; a completed copy is whole, whatever the last report before its end said. */
function share(migration: Migration, progress: Copied): number {
  return migration.state === 'COMPLETED'
    ? 100
    : percent(progress.totalBytes - progress.remainingBytes, progress.totalBytes);
}

function sentence(progress: Copied): string {
  return [
    `${bytes(progress.processedBytes)} sent`,
    `${bytes(progress.remainingBytes)} left`,
    rate(progress.bytesPerSecond),
    `pass ${progress.iteration}`,
    ...outlook(progress),
  ].join(' · ');
}

function outlook({ convergence }: Copied): readonly string[] {
  if (convergence === undefined) {
    return [];
  }
  const said = convergence.outlook === 'does-not-converge' ? ['does not converge'] : [];
  const slowed = convergence.throttlePercent === undefined ? [] : [`guest slowed by ${convergence.throttlePercent} %`];
  return [...said, ...slowed];
}
