import { describe, expect, it } from 'vitest';
import type { EffectivePolicy, Said, Statement } from '../api/policy';
import { differences } from './compare';
import { draftOf, fieldError, hasErrors, statementOf, takesOverride, weakens } from './draft';
import { demandedSecurity } from './effective';
import { fieldOf, wordsOf } from './fields';

const EVERYTHING: Statement = {
  security: 'secure',
  bandwidthMiBs: 100,
  parallelConnections: 2,
  compression: 'xbzrle',
  maxDowntimeMs: 300,
  convergence: 'keep-on',
  postCopy: false,
  fastHandover: true,
  allowManagementNetwork: false,
  transports: ['direct', 'tunnel'],
};

describe('a draft', () => {
  it('says what it was made of', () => {
    expect(statementOf(draftOf(EVERYTHING))).toEqual(EVERYTHING);
  });

  it('says nothing where nothing was said', () => {
    expect(statementOf(draftOf({}))).toEqual({});
  });

  it.each(['0', '-1', '1.5', '256', 'many'])('does not take %j connections', (typed) => {
    expect(fieldError(fieldOf('parallelConnections'), typed)).toContain('from 1 to 255');
    expect(hasErrors({ ...draftOf({}), parallelConnections: typed })).toBe(true);
  });

  it.each(['', ' ', '1', '255'])('takes %j connections', (typed) => {
    expect(fieldError(fieldOf('parallelConnections'), typed)).toBeUndefined();
  });
});

describe('weakening', () => {
  const insecure = draftOf({ security: 'insecure' });

  it('is to be less secure than demanded', () => {
    expect([weakens(insecure, 'secure'), weakens(insecure, 'insecure'), weakens(draftOf({}), 'secure')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('takes a permission, as does a yes', () => {
    expect(takesOverride(fieldOf('security'), 'insecure', 'secure')).toBe(true);
    expect(takesOverride(fieldOf('security'), 'insecure', 'insecure')).toBe(false);
    expect(takesOverride(fieldOf('postCopy'), 'yes', 'insecure')).toBe(true);
    expect(takesOverride(fieldOf('postCopy'), 'no', 'secure')).toBe(false);
    expect(takesOverride(fieldOf('convergence'), 'post-copy', 'secure')).toBe(true);
    expect(takesOverride(fieldOf('convergence'), 'throttle', 'secure')).toBe(false);
  });
});

describe('demandedSecurity', () => {
  const policy = (...said: Said[]): EffectivePolicy => ({
    vm: 'vm1',
    vmId: '1',
    cluster: 'c',
    datacenter: 'd',
    policyVersion: 1,
    fields: [{ field: 'security', rule: '', reason: '', said }],
    refusals: [],
  });
  const secure: Said = { scope: 'cluster', name: 'c', value: 'secure' };
  const insecure: Said = { scope: 'datacenter', name: 'd', value: 'insecure' };

  it('is secure where nobody says anything', () => {
    expect(demandedSecurity(policy({ scope: 'datacenter', name: 'd' }))).toBe('secure');
  });

  it('is the strictest', () => {
    expect(demandedSecurity(policy(insecure, secure))).toBe('secure');
    expect(demandedSecurity(policy(insecure))).toBe('insecure');
  });

  it('does not listen to the VM', () => {
    expect(demandedSecurity(policy({ scope: 'vm', name: 'vm1', value: 'insecure' }))).toBe('secure');
  });
});

describe('differences', () => {
  it('are what the other one changed, and what this one would', () => {
    const found = differences({ bandwidthMiBs: 1 }, { bandwidthMiBs: 2 }, { bandwidthMiBs: 1, postCopy: false });
    expect(found.map(({ field, before, theirs, mine }) => [field.name, before, theirs, mine])).toEqual([
      ['bandwidthMiBs', '1', '2', '1'],
      ['postCopy', '', '', 'no'],
    ]);
  });

  it('are none where all are of one mind', () => {
    expect(differences({}, {}, {})).toEqual([]);
  });
});

describe('words', () => {
  it('carry their unit', () => {
    expect(wordsOf(fieldOf('maxDowntimeMs'), 300)).toBe('300 milliseconds');
    expect(wordsOf(fieldOf('parallelConnections'), 2)).toBe('2');
  });

  it('of a choice are the choice', () => {
    expect(wordsOf(fieldOf('postCopy'), false)).toBe('no');
    expect(wordsOf(fieldOf('transports'), ['direct', 'tunnel'])).toBe('direct, tunnel');
  });
});
