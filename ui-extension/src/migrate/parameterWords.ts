import type { Parameters } from '../api/migration';

/** What a migration is run with, a part each; absent is what QEMU does by itself. */
export function parameterWords(parameters: Parameters): readonly string[] {
  const { parallelConnections = 1, disks = [], bandwidthMiBs, streamBandwidthMiBs = bandwidthMiBs } = parameters;
  return [
    parallelConnections === 1 ? '1 connection' : `${parallelConnections} connections`,
    `handover ${parameters.handover ?? 'strict'}`,
    `convergence ${parameters.convergence ?? 'keep-on'}`,
    `compression ${parameters.compression ?? 'none'}`,
    ...(disks.length === 0 ? [] : [`disks copied: ${disks.join(', ')}`]),
    ...(streamBandwidthMiBs === undefined
      ? []
      : [`${streamBandwidthMiBs} MiB/s${disks.length === 0 ? '' : ' for memory and for each disk'}`]),
    ...(parameters.maxDowntimeMs === undefined ? [] : [`downtime at most ${parameters.maxDowntimeMs} ms`]),
  ];
}
