import { describe, expect, it } from 'vitest';
import { bandwidthError, NO_WISHES, requestFor } from './wishes';

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
      allowManagementNetwork: true,
      reason: ' a test ',
    } as const;
    expect(requestFor('vm1', wishes)).toEqual({
      vm: 'vm1',
      host: 'h2',
      type: 'insecure',
      network: 'migration',
      bandwidthMiBs: 64,
      allowManagementNetwork: true,
      reason: 'a test',
    });
  });

  it('keep a reason to themselves that nothing asks for', () => {
    expect(requestFor('vm1', { ...NO_WISHES, reason: 'left over' })).toEqual({ vm: 'vm1' });
  });

  it.each(['', '1', '4000'])('take %j as bandwidth', (typed) => {
    expect(bandwidthError(typed)).toBeUndefined();
  });

  it.each(['0', '-1', '1.5', 'fast', '12 MiB'])('do not take %j as bandwidth', (typed) => {
    expect(bandwidthError(typed)).toContain(typed);
  });
});
