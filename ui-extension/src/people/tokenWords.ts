/** Whether and when a token ends. */
export function endsOf(expires: string | undefined, nowMs: number): 'never' | 'later' | 'past' {
  if (expires === undefined) {
    return 'never';
  }
  return Date.parse(expires) > nowMs ? 'later' : 'past';
}
