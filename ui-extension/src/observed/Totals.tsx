import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { Migration } from '../api/migration';
import { between, duration } from '../format/time';
import { downtimeOf } from './downtime';
import { observationOf } from './path';

interface Props {
  readonly migration: Migration;
}

/** Downtime, total time and how the stream began. */
export function Totals({ migration }: Props) {
  const { measuredMs, libvirtMs } = downtimeOf(migration);
  const call = observationOf(migration, migration.from)?.migrateCallMs;
  return (
    <DescriptionList isCompact columnModifier={{ default: '3Col' }}>
      <Entry term="Downtime, stop on source to run on destination">{lengthOf(measuredMs)}</Entry>
      <Entry term="Downtime, as libvirt counts it">{lengthOf(libvirtMs)}</Entry>
      <Entry term="Whole migration">
        {migration.endedAt === undefined ? 'not ended' : duration(between(migration.requestedAt, migration.endedAt))}
        {call !== undefined && <span className="dw-quiet"> of which libvirt {duration(call)}</span>}
      </Entry>
      {(migration.observed ?? []).map((observation) => (
        <Entry key={observation.host} term={`Memory stream, as read on ${observation.host}`}>
          {observation.memoryStream}
          <span className="dw-quiet"> {credentials(observation.tlsCredentials)}</span>
        </Entry>
      ))}
    </DescriptionList>
  );
}

function Entry({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

function lengthOf(ms: number | undefined): string {
  return ms === undefined ? 'not observed' : duration(ms);
}

function credentials(used: boolean | undefined): string {
  if (used === undefined) {
    return '(QEMU could not be asked for its credentials)';
  }
  return used ? '(QEMU uses TLS credentials)' : '(QEMU uses no TLS credentials)';
}
