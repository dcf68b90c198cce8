const SHORTEST = 12;
const LONGEST = 128;

/** What is wrong with a new password typed twice; undefined if nothing is, or nothing was typed yet. */
export function passwordError(typed: string, again: string): string | undefined {
  if (typed !== '' && (typed.length < SHORTEST || typed.length > LONGEST)) {
    return `It has ${typed.length} characters; needed ${SHORTEST} to ${LONGEST}.`;
  }
  return again !== '' && typed !== again ? 'The two differ.' : undefined;
}
