import { COMPRESSIONS, CONVERGENCES } from '../api/migration';
import type { FieldName, FieldValue } from '../api/policy';

/** How a field of a statement is written by people. */
export interface Field {
  readonly name: FieldName;
  readonly label: string;
  /** What comes behind a number. */
  readonly unit?: string;
  /** The greatest number; a field with one is a number, one without is chosen. */
  readonly most?: number;
  /** What can be chosen, beside nothing. */
  readonly options?: readonly string[];
}

/** What a field that is true or false offers. */
export const YES_NO = ['yes', 'no'] as const;

/** All, in the order they are shown. */
export const FIELDS: readonly Field[] = [
  { name: 'security', label: 'Security', options: ['secure', 'insecure'] },
  { name: 'bandwidthMiBs', label: 'Bandwidth at most', unit: 'MiB per second', most: Number.MAX_SAFE_INTEGER },
  { name: 'parallelConnections', label: 'Parallel connections', most: 255 },
  { name: 'compression', label: 'Compression', options: COMPRESSIONS },
  { name: 'maxDowntimeMs', label: 'Downtime at most', unit: 'milliseconds', most: 2_000_000 },
  { name: 'convergence', label: 'If the guest outruns the copy', options: CONVERGENCES },
  { name: 'postCopy', label: 'Post-copy', options: YES_NO },
  { name: 'fastHandover', label: 'Fast handover', options: YES_NO },
  { name: 'allowManagementNetwork', label: 'Allow the management network', options: YES_NO },
  { name: 'transports', label: 'Transports', options: ['direct', 'tunnel', 'direct, tunnel'] },
];

/** The field of this name; a newer engine's is shown by its name. */
export function fieldOf(name: FieldName): Field {
  return FIELDS.find((field) => field.name === name) ?? { name, label: name };
}

/** A value as people write it, without its unit. */
export function textOf(value: FieldValue): string {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return value instanceof Array ? value.join(', ') : String(value ?? '');
}

/** A value as people read it, with its unit. */
export function wordsOf(field: Field, value: FieldValue): string {
  return [textOf(value), field.unit].filter((part) => part !== undefined).join(' ');
}
