import type { CfgError } from '../api/problem';

/** A line of a file as it is shown. */
export interface Line {
  readonly kind: 'same' | 'gone' | 'new' | 'wrong';
  /** From 1, in the file that has it; the number of a line that is gone is that in the old file. */
  readonly number: number;
  readonly text: string;
  /** What is wrong in it. */
  readonly errors: readonly CfgError[];
}

/** Lines that are left out because nothing is to be seen in them. */
export interface Gap {
  readonly kind: 'gap';
  readonly count: number;
}

/** How many lines around what matters are shown. */
const AROUND = 3;
/** The largest table of a comparison, cells: beyond it everything between the first and the last change is shown. */
const MOST_CELLS = 4_000_000;

/** What a file's lines look like: what nobody could see gets a sign of the same length. */
export function visibleLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') {
    lines.pop();
  }
  return lines.map((line) => line.replace(/\r/g, '␍').replace(/\uFEFF/g, '□'));
}

/** Every line, those with errors marked. */
export function linesWithErrors(text: string, errors: readonly CfgError[]): readonly Line[] {
  return visibleLines(text).map((line, index) => {
    const own = errors.filter((error) => error.line === index + 1);
    return { kind: own.length > 0 ? 'wrong' : 'same', number: index + 1, text: line, errors: own };
  });
}

/** The lines of both files: what is gone, what is new, what stays. */
export function compareLines(before: string, after: string): readonly Line[] {
  const [old, now] = [visibleLines(before), visibleLines(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) {
    head++;
  }
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) {
    tail++;
  }
  const same = (line: string, index: number): Line => lineOf('same', index + 1, line);
  return [
    ...now.slice(0, head).map(same),
    ...compareMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), head),
    ...now.slice(now.length - tail).map((line, index) => same(line, now.length - tail + index)),
  ];
}

function compareMiddle(old: readonly string[], now: readonly string[], offset: number): readonly Line[] {
  const common = old.length * now.length <= MOST_CELLS ? commonLengths(old, now) : undefined;
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, fresh] = [old[i], now[j]];
    if (gone !== undefined && gone === fresh) {
      lines.push(lineOf('same', offset + j + 1, gone));
      i++;
      j++;
    } else if (gone !== undefined && (fresh === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push(lineOf('gone', offset + i + 1, gone));
      i++;
    } else if (fresh !== undefined) {
      lines.push(lineOf('new', offset + j + 1, fresh));
      j++;
    }
  }
  return lines;
}

/** How many lines the rests of both have in common, by where the rests begin. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const length =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
      table[i]?.set([length], j);
    }
  }
  return table;
}

function at(table: readonly Uint32Array[] | undefined, i: number, j: number): number {
  return table?.[i]?.[j] ?? 0;
}

function lineOf(kind: Line['kind'], number: number, text: string): Line {
  return { kind, number, text, errors: [] };
}

/** Only the lines that matter and some around them. */
export function condensed(lines: readonly Line[]): readonly (Line | Gap)[] {
  const shown = lines.map((_line, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.reduce<(Line | Gap)[]>((kept, line, index) => {
    const last = kept.at(-1);
    if (shown[index] === true) {
      kept.push(line);
    } else if (last?.kind === 'gap') {
      kept[kept.length - 1] = { kind: 'gap', count: last.count + 1 };
    } else {
      kept.push({ kind: 'gap', count: 1 });
    }
    return kept;
  }, []);
}

/** A piece of a line, offending or not. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The line cut where its errors are; an error with nothing to show marks the place behind the line's end. */
export function piecesOf({ text, errors }: Line): readonly Piece[] {
  const cuts = errors
    .map(({ column, found }) => ({ from: column - 1, to: column - 1 + Math.max(1, found.replace(/…$/, '').length) }))
    .sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of cuts) {
    if (to > done) {
      const start = Math.max(from, done);
      pieces.push({ text: text.slice(done, start), marked: false });
      pieces.push({ text: text.slice(start, to) || ' ', marked: true });
      done = to;
    }
  }
  pieces.push({ text: text.slice(done), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
