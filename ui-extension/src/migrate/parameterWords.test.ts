import { describe, expect, it } from 'vitest';
import { parameterWords } from './parameterWords';

describe('parameterWords', () => {
  it('say what QEMU does by itself where nothing is said', () => {
    expect(parameterWords({})).toEqual(['1 connection', 'handover strict', 'convergence keep-on', 'compression none']);
  });

  it('tell disks and what each stream gets', () => {
    const parameters = { disks: ['vdb', 'vdc'], bandwidthMiBs: 90, streamBandwidthMiBs: 30, parallelConnections: 4 };
    const words = parameterWords(parameters);
    expect(words[0]).toBe('4 connections');
    expect(words.slice(4)).toEqual(['disks copied: vdb, vdc', '30 MiB/s for memory and for each disk']);
  });
});
