import type { FieldName, Statement } from '../api/policy';
import { FIELDS, textOf, type Field } from './fields';

/** A field that two people changed from, or to, something different. */
export interface Difference {
  readonly field: Field;
  /** What was there when the edit began; empty where nothing was said. */
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Every field in which what is there now differs from what was read, or from what is to be saved. */
export function differences(before: Statement, theirs: Statement, mine: Statement): readonly Difference[] {
  return FIELDS.map((field) => {
    const of = (statement: Statement) => textOf(statement[field.name satisfies FieldName]);
    return { field, before: of(before), theirs: of(theirs), mine: of(mine) };
  }).filter(({ before: read, theirs: now, mine: wanted }) => read !== now || now !== wanted);
}
