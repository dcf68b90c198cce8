import { describe, expect, it } from 'vitest';
import { cfgFileOf } from './readFile';

describe('cfgFileOf', () => {
  it('shows UTF-8 as it is, byte order mark and all', async () => {
    expect((await cfgFileOf(new Blob(['\uFEFFä\n']))).text).toBe('\uFEFFä\n');
  });

  it('tells every two bytes apart, whatever they mean', async () => {
    const files = Array.from({ length: 256 }, (_, byte) => cfgFileOf(new Blob([new Uint8Array([byte])])));
    expect(new Set((await Promise.all(files)).map(({ raw }) => raw)).size).toBe(256);
  });
});
