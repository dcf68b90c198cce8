import { describe, expect, it } from 'vitest';
import { AUDIT, clusterLink, dataCenterLink, migrationLink, parseRoute, PEOPLE, vmLink } from './route';

describe('routes', () => {
  it.each(['', '#', '#/'])('%j is the overview', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'overview' });
  });

  it('find a migration again by its link', () => {
    expect(parseRoute(migrationLink('a/b'))).toEqual({ page: 'migration', id: 'a/b' });
  });

  it('find every other page again by its link', () => {
    expect([dataCenterLink('ä b'), clusterLink('c/d'), vmLink('1-2'), AUDIT, PEOPLE].map(parseRoute)).toEqual([
      { page: 'datacenter', name: 'ä b' },
      { page: 'cluster', name: 'c/d' },
      { page: 'vm', id: '1-2' },
      { page: 'audit' },
      { page: 'people' },
    ]);
  });

  it.each(['#/nowhere', '#/migrations', '#/migrations/1/2', '#/%'])('%j is nowhere', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'unknown' });
  });
});
