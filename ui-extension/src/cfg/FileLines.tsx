import { Fragment } from 'react';
import { piecesOf, type Gap, type Line } from './lines';

interface Props {
  /** What the text is, to a screen reader. */
  readonly label: string;
  readonly lines: readonly (Line | Gap)[];
}

const SIGNS = { same: '', gone: '−', new: '+', wrong: '!' } as const;
const SIGN_WORDS = { same: undefined, gone: 'taken away', new: 'added', wrong: 'wrong' } as const;

/** Lines of a file with their numbers, what is wrong marked in place. */
export function FileLines({ label, lines }: Props) {
  return (
    // Scrolls, so the keyboard has to get there.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="dw-file" role="region" aria-label={label} tabIndex={0}>
      <table role="presentation">
        <tbody>
          {lines.map((line, index) =>
            line.kind === 'gap' ? (
              <GapRow key={`gap ${index}`} count={line.count} />
            ) : (
              <LineRow key={`${line.kind} ${line.number}`} line={line} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function GapRow({ count }: { readonly count: number }) {
  return (
    <tr className="dw-line-gap">
      <td />
      <td>…</td>
      <td>{count === 1 ? '1 line' : `${count} lines`} as before</td>
    </tr>
  );
}

function LineRow({ line }: { readonly line: Line }) {
  const word = SIGN_WORDS[line.kind];
  return (
    <>
      <tr className={`dw-line-${line.kind}`}>
        <td>{line.number}</td>
        <td>
          <span aria-hidden="true">{SIGNS[line.kind]}</span>
          {word !== undefined && <span className="pf-v6-screen-reader">{word}</span>}
        </td>
        <td>
          {piecesOf(line).map((piece, index) => (
            <Fragment key={index}>{piece.marked ? <mark>{piece.text}</mark> : piece.text}</Fragment>
          ))}
        </td>
      </tr>
      {line.errors.map((error) => (
        <tr key={`${error.column} ${error.needed}`} className="dw-line-error">
          <td />
          <td />
          <td>
            column {error.column}: needed {error.needed}
          </td>
        </tr>
      ))}
    </>
  );
}
