import type { Migration, Observation } from '../api/migration';
import type { Security } from '../api/types';

/** One end of the way that the data took. */
export interface PathEnd {
  readonly host: string;
  readonly address: string | undefined;
  readonly nic: string | undefined;
}

/** The way of the data, as it was seen, or as far as it is only planned. */
export interface Path {
  readonly source: PathEnd;
  readonly destination: PathEnd;
  readonly network: string;
  readonly cidr: string | undefined;
  /** What the policy demanded. */
  readonly type: Security;
  readonly stream: 'tls' | 'plain' | 'unknown';
  readonly known: 'observed' | 'planned';
}

/** Addresses come from the socket tables where they were read, else from the plan. */
export function pathOf(migration: Migration): Path {
  const source = observationOf(migration, migration.from);
  const destination = observationOf(migration, migration.to);
  const seen = source?.connections[0] ?? destination?.connections[0];
  const { plan } = migration;
  return {
    source: {
      host: migration.from,
      address: source?.connections[0]?.localAddress ?? plan?.sourceAddress,
      nic: source?.connections[0]?.nic ?? plan?.sourceNic,
    },
    destination: {
      host: migration.to,
      address: destination?.connections[0]?.localAddress ?? plan?.destinationAddress,
      nic: destination?.connections[0]?.nic ?? plan?.destinationNic,
    },
    network: migration.network,
    cidr: plan?.cidr,
    type: migration.type,
    stream: streamOf(migration.observed ?? []),
    known: seen === undefined ? 'planned' : 'observed',
  };
}

/** What the hosts saw of the memory stream; plain on one of them is plain. */
export function streamOf(observed: readonly Observation[]): Path['stream'] {
  const seen = observed.map((observation) => observation.memoryStream);
  if (seen.includes('plain')) {
    return 'plain';
  }
  return seen.includes('tls') ? 'tls' : 'unknown';
}

export function observationOf(migration: Migration, host: string): Observation | undefined {
  return migration.observed?.find((observation) => observation.host === host);
}

/** What is known of the stream's security, in words. */
export function streamWords({ stream, type }: Pick<Path, 'stream' | 'type'>): string {
  switch (stream) {
    case 'tls':
      return 'TLS from the first byte';
    case 'plain':
      return 'plain, not encrypted';
    case 'unknown':
      return `${type} is asked for; not observed`;
  }
}
