import { describe, expect, it } from 'vitest';
import { NO_WISHES, numberError, numbersAreRight, requestFor } from './wishes';

describe('wishes', () => {
  it('leave out what is left to policy and filters', () => {
    expect(requestFor('vm1', NO_WISHES)).toEqual({ vm: 'vm1' });
  });

  it('become a request', () => {
    const wishes = {
      host: 'h2',
      type: 'insecure',
      network: 'migration',
      bandwidth: ' 64 ',
      connections: '4',
      downtime: '500',
      compression: 'zstd',
      convergence: 'throttle',
      handover: 'strict',
      withLocalDisks: true,
      allowManagementNetwork: true,
      reason: ' a test ',
    } as const;
    expect(requestFor('vm1', wishes)).toEqual({
      vm: 'vm1',
      host: 'h2',
      type: 'insecure',
      network: 'migration',
      bandwidthMiBs: 64,
      parallelConnections: 4,
      maxDowntimeMs: 500,
      compression: 'zstd',
      convergence: 'throttle',
      fastHandover: false,
      withLocalDisks: true,
      allowManagementNetwork: true,
      reason: 'a test',
    });
  });

  it('keep a reason to themselves that nothing asks for', () => {
    expect(requestFor('vm1', { ...NO_WISHES, reason: 'left over' })).toEqual({ vm: 'vm1' });
  });

  it.each(['', '1', '4000'])('take %j as bandwidth', (typed) => {
    expect(numberError('bandwidth', typed)).toBeUndefined();
  });

  it.each(['0', '-1', '1.5', 'fast', '12 MiB'])('do not take %j as bandwidth', (typed) => {
    expect(numberError('bandwidth', typed)).toContain(typed);
  });

  it('take no more connections than QEMU does', () => {
    expect(numberError('connections', '255')).toBeUndefined();
    expect(numberError('connections', '256')).toContain('from 1 to 255');
    expect(numbersAreRight({ ...NO_WISHES, connections: '256' })).toBe(false);
    expect(numbersAreRight(NO_WISHES)).toBe(true);
  });
});
