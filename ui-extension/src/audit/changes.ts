/** A value that an entry tells of, before and after; undefined: not there. */
export interface ChangedValue {
  /** Where in the object: `roles[0].role`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What differs between two objects that are JSON in texts; a text that is none is one value. */
export function changesOf(before: string | undefined, after: string | undefined): readonly ChangedValue[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }))
    .filter((change) => change.before !== change.after);
}

function valuesOf(text: string | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (text !== undefined) {
    gather(parsed(text), '', values);
  }
  return values;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function gather(value: Json, path: string, values: Map<string, string>): void {
  if (value instanceof Array) {
    value.forEach((item: Json, index) => {
      gather(item, `${path}[${index}]`, values);
    });
  } else if (typeof value === 'object' && value !== null) {
    Object.entries(value).forEach(([key, item]) => {
      gather(item, path === '' ? key : `${path}.${key}`, values);
    });
  } else {
    values.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
}
