import { describe, expect, it } from 'vitest';
import type { Observation } from '../api/migration';
import { MIGRATION } from '../testing/samples';
import { downtimeOf } from './downtime';
import { pathOf, streamOf } from './path';

const NOTHING_SEEN = { connections: [], traffic: [], memoryStream: 'unknown', pinholes: [] } as const;
const SOURCE: Observation = {
  ...NOTHING_SEEN,
  host: 'h1',
  connections: [
    { localAddress: '10.62.0.11', localPort: 40122, remoteAddress: '10.62.0.12', remotePort: 61007, nic: 'mig0' },
  ],
  memoryStream: 'tls',
  suspendedAt: '2026-11-21T10:04:12.000Z',
};
const DESTINATION: Observation = {
  ...NOTHING_SEEN,
  host: 'h2',
  resumedAt: '2026-11-21T10:04:12.044Z',
  libvirtDowntimeMs: 31,
};

describe('the path', () => {
  it('is told as seen, not as planned, once it was seen', () => {
    const path = pathOf({ ...MIGRATION, observed: [DESTINATION, SOURCE] });
    expect(path.known).toBe('observed');
    expect(path.source).toEqual({ host: 'h1', address: '10.62.0.11', nic: 'mig0' });
  });

  it('is only planned before', () => {
    expect(pathOf(MIGRATION)).toMatchObject({ known: 'planned', stream: 'unknown' });
  });
});

describe('the stream', () => {
  it('is plain if one host saw it plain', () => {
    expect(streamOf([SOURCE, { ...DESTINATION, memoryStream: 'plain' }])).toBe('plain');
  });

  it('is unknown if no host saw it', () => {
    expect(streamOf([DESTINATION])).toBe('unknown');
  });
});

describe('downtime', () => {
  it('runs from the stop on the source to the run on the destination', () => {
    expect(downtimeOf({ ...MIGRATION, observed: [SOURCE, DESTINATION] })).toEqual({ measuredMs: 44, libvirtMs: 31 });
  });

  it('is not known when one end was not seen', () => {
    expect(downtimeOf({ ...MIGRATION, observed: [SOURCE] }).measuredMs).toBeUndefined();
  });
});
