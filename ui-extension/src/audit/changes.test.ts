import { describe, expect, it } from 'vitest';
import { changesOf } from './changes';

describe('changesOf', () => {
  it('tells what differs and leaves out the rest', () => {
    expect(changesOf('{"mode":"OBSERVE","name":"h1"}', '{"mode":"ENFORCE","name":"h1"}')).toEqual([
      { path: 'mode', before: 'OBSERVE', after: 'ENFORCE' },
    ]);
  });

  it('tells what came and what went', () => {
    expect(changesOf('{"a":1}', '{"b":null}')).toEqual([
      { path: 'a', before: '1', after: undefined },
      { path: 'b', before: undefined, after: 'null' },
    ]);
  });

  it('goes into objects and lists', () => {
    expect(changesOf(undefined, '{"roles":[{"role":"VM"}]}')).toEqual([
      { path: 'roles[0].role', before: undefined, after: 'VM' },
    ]);
  });

  it('takes a text that is no JSON as it is', () => {
    expect(changesOf('old', 'new')).toEqual([{ path: '', before: 'old', after: 'new' }]);
  });

  it('has nothing to tell where nothing was told', () => {
    expect(changesOf(undefined, undefined)).toEqual([]);
  });
});
