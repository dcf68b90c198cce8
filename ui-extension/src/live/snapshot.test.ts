import { describe, expect, it } from 'vitest';
import { MIGRATION, VM } from '../testing/samples';
import { EMPTY, reduce } from './snapshot';

describe('reduce', () => {
  it('takes the newest of an object', () => {
    const first = reduce(EMPTY, { kind: 'vm', value: VM });
    const second = reduce(first, { kind: 'vm', value: { ...VM, host: 'h2' } });
    expect([...second.vms.values()].map((vm) => vm.host)).toEqual(['h2']);
  });

  it('leaves what it was given as it was', () => {
    const first = reduce(EMPTY, { kind: 'vm', value: VM });
    reduce(first, { kind: 'removed', of: 'vm', name: VM.id });
    expect(first.vms.size).toBe(1);
  });

  it('keeps two VMs of the same name apart', () => {
    const other = { ...VM, id: '5f0c2d7e-9a41-4d0f-8f5a-4f2d1c8e7a02', host: 'h2' };
    const both = reduce(reduce(EMPTY, { kind: 'vm', value: VM }), { kind: 'vm', value: other });
    expect(both.vms.size).toBe(2);
  });

  it('removes', () => {
    const there = reduce(EMPTY, { kind: 'migration', value: MIGRATION });
    expect(reduce(there, { kind: 'removed', of: 'migration', name: MIGRATION.id }).migrations.size).toBe(0);
  });

  it('removes a VM by its name too', () => {
    const there = reduce(EMPTY, { kind: 'vm', value: VM });
    expect(reduce(there, { kind: 'removed', of: 'vm', name: VM.name }).vms.size).toBe(0);
  });

  it('passes over the removal of a kind it does not know', () => {
    expect(reduce(EMPTY, { kind: 'removed', of: 'peer', name: 'x' })).toBe(EMPTY);
  });
});
