import { describe, expect, it } from 'vitest';
import type { CfgError } from '../api/problem';
import { compareLines, condensed, linesWithErrors, piecesOf, visibleLines } from './lines';

const SIGNS = { same: ' ', gone: '-', new: '+', wrong: '!' } as const;

function signed(before: string, after: string): string[] {
  return compareLines(before, after).map(({ kind, text }) => SIGNS[kind] + text);
}

describe('visibleLines', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\n', ['a', '']],
  ])('of %j', (text, lines) => {
    expect(visibleLines(text)).toEqual(lines);
  });

  it('show what cannot be seen', () => {
    expect(visibleLines('\uFEFFa\r\n')).toEqual(['□a␍']);
  });
});

describe('compareLines', () => {
  it('finds what is gone and what is new', () => {
    expect(signed('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([' a', '-b', '+x', ' c', '+d']);
  });

  it('keeps what was only moved apart', () => {
    expect(signed('a\nb\nc', 'b\nc\nd')).toEqual(['-a', ' b', ' c', '+d']);
  });

  it.each([
    ['', ''],
    ['a', 'a'],
  ])('has nothing to say about %j twice', (before, after) => {
    expect(compareLines(before, after).every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('sees a difference in line ends', () => {
    expect(signed('a\r\n', 'a\n')).toEqual(['-a␍', '+a']);
  });

  it('gives back either file, whatever the two are', () => {
    const words = ['a', 'b', 'c'];
    let seed = 7;
    const next = (limit: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    const file = () => Array.from({ length: next(7) }, () => words[next(3)] ?? '').join('\n');
    for (let round = 0; round < 500; round++) {
      const [before, after] = [file(), file()];
      const lines = compareLines(before, after);
      const texts = (...kinds: string[]) => lines.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
      expect(texts('same', 'gone')).toEqual(visibleLines(before));
      expect(texts('same', 'new')).toEqual(visibleLines(after));
    }
  });
});

describe('condensed', () => {
  it('leaves out what is far from every change', () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    const after = before.map((line) => (line === 'line 10' ? 'other' : line));
    const shown = condensed(compareLines(before.join('\n'), after.join('\n')));
    expect(shown[0]).toEqual({ kind: 'gap', count: 6 });
    expect(shown.at(-1)).toEqual({ kind: 'gap', count: 7 });
    expect(shown).toHaveLength(10);
  });
});

describe('errors in a line', () => {
  const error = (column: number, found: string): CfgError => ({ line: 2, column, found, needed: 'x' });
  const marked = (text: string, ...errors: CfgError[]) => {
    const line = linesWithErrors(`# comment\n${text}\n`, errors)[1];
    return line === undefined ? [] : piecesOf(line).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));
  };

  it('mark the place', () => {
    expect(marked('migration: Secure', error(12, 'Secure'))).toEqual(['migration: ', '[Secure]']);
  });

  it('mark several places', () => {
    expect(marked('migration: a, b', error(12, 'a'), error(14, ' b'))).toEqual(['migration: ', '[a]', ',', '[ b]']);
  });

  it('mark the end where something is missing', () => {
    expect(marked('migration:', error(11, ''))).toEqual(['migration:', '[ ]']);
  });

  it('mark as much as was told of a long text', () => {
    expect(marked('migration: abcdef', error(12, 'abc…'))).toEqual(['migration: ', '[abc]', 'def']);
  });

  it('may overlap', () => {
    expect(marked('abcd', error(1, 'abc'), error(2, 'bcd'))).toEqual(['[abc]', '[d]']);
  });
});
