import type { FieldName, Statement } from '../api/policy';
import type { Security } from '../api/types';
import { FIELDS, textOf, YES_NO, type Field } from './fields';

/** A statement while it is edited: each field as text, empty where nothing is said. */
export type Draft = Readonly<Record<FieldName, string>>;

export function draftOf(statement: Statement): Draft {
  return Object.fromEntries(FIELDS.map(({ name }) => [name, textOf(statement[name])])) as Draft;
}

/** What the draft says; only of one without errors. */
export function statementOf(draft: Draft): Statement {
  const said = FIELDS.filter(({ name }) => draft[name].trim() !== '');
  return Object.fromEntries(said.map((field) => [field.name, valueOf(field, draft[field.name].trim())]));
}

function valueOf(field: Field, text: string): unknown {
  if (field.most !== undefined) {
    return Number(text);
  }
  if (field.name === 'transports') {
    return text.split(', ');
  }
  return field.options === YES_NO ? text === 'yes' : text;
}

/** What is wrong with a field as typed; undefined if nothing is. */
export function fieldError({ most, unit }: Field, text: string): string | undefined {
  const typed = text.trim();
  if (most === undefined || typed === '') {
    return undefined;
  }
  const right = /^[1-9][0-9]{0,15}$/.test(typed) && Number(typed) <= most;
  const bounds = most === Number.MAX_SAFE_INTEGER ? 'from 1 up' : `from 1 to ${most}`;
  return right ? undefined : `“${typed}” is not a whole number${unit === undefined ? '' : ` of ${unit}`} ${bounds}`;
}

export function hasErrors(draft: Draft): boolean {
  return FIELDS.some((field) => fieldError(field, draft[field.name]) !== undefined);
}

/**
 * Whether a VM that says this is less secure than data center and cluster demand: that takes a permission and a reason.
 *
 * @param demanded what data center and cluster come to together
 */
export function weakens(draft: Draft, demanded: Security | undefined): boolean {
  return demanded === 'secure' && draft.security === 'insecure';
}

/** The options that only somebody with migration-override may choose for a VM. */
export function takesOverride(field: Field, option: string, demanded: Security | undefined): boolean {
  if (field.name === 'security') {
    return option === 'insecure' && demanded === 'secure';
  }
  return option === 'yes' || option === 'post-copy';
}
