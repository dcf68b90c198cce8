import type { Migration } from '../api/migration';
import { between } from '../format/time';
import { observationOf } from './path';

/** How long the guest stood still, ms; undefined where it was not seen. */
export interface Downtime {
  /** From the guest's stop on the source to its run on the destination, by the two hosts' clocks. */
  readonly measuredMs: number | undefined;
  /** What libvirt's job statistics say; only the destination keeps them. */
  readonly libvirtMs: number | undefined;
}

export function downtimeOf(migration: Migration): Downtime {
  const suspendedAt = observationOf(migration, migration.from)?.suspendedAt;
  const destination = observationOf(migration, migration.to);
  const resumedAt = destination?.resumedAt;
  return {
    measuredMs: suspendedAt === undefined || resumedAt === undefined ? undefined : between(suspendedAt, resumedAt),
    libvirtMs: destination?.libvirtDowntimeMs,
  };
}
