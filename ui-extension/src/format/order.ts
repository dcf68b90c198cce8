/** By name as people count: h2 before h10. */
export function byName<T extends { readonly name: string }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** By when they were asked for, the latest first. */
export function newestFirst<T extends { readonly requestedAt: string }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => Date.parse(b.requestedAt) - Date.parse(a.requestedAt));
}
