import { describe, expect, it } from 'vitest';
import { migrationLink, parseRoute } from './route';

describe('routes', () => {
  it.each(['', '#', '#/'])('%j is the overview', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'overview' });
  });

  it('find a migration again by its link', () => {
    expect(parseRoute(migrationLink('a/b'))).toEqual({ page: 'migration', id: 'a/b' });
  });

  it.each(['#/nowhere', '#/migrations', '#/migrations/1/2'])('%j is nowhere', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'unknown' });
  });
});
