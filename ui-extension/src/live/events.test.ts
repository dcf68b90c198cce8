import { describe, expect, it } from 'vitest';
import { VM } from '../testing/samples';
import { decodeEvent } from './events';

describe('decodeEvent', () => {
  it('reads an object', () => {
    expect(decodeEvent({ event: 'vm', data: JSON.stringify(VM) })).toEqual({ kind: 'vm', value: VM });
  });

  it('reads a removal', () => {
    expect(decodeEvent({ event: 'removed', data: '{"kind":"host","name":"h1"}' })).toEqual({
      kind: 'removed',
      of: 'host',
      name: 'h1',
    });
  });

  it('reads ready, whatever its data', () => {
    expect(decodeEvent({ event: 'ready', data: '' })).toEqual({ kind: 'ready' });
  });

  it('passes over what a newer engine may send', () => {
    expect(decodeEvent({ event: 'peering', data: 'not even JSON' })).toBeUndefined();
  });

  it('does not accept data that is no JSON', () => {
    expect(() => decodeEvent({ event: 'vm', data: '{' })).toThrow(SyntaxError);
  });
});
