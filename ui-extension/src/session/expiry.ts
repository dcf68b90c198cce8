/** How long before its end a session is said to end, ms. */
const WARNED_MS = 5 * 60_000;
/** The longest wait of a browser's timer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** The engine's clock may be behind this one's: then it is asked again after this time, ms. */
const AGAIN_MS = 10_000;

/** Whether the end is near enough to be told. */
export function endsSoon(expires: string | undefined, nowMs: number): boolean {
  return expires !== undefined && Date.parse(expires) - nowMs <= WARNED_MS;
}

/** How long until the engine should be asked whether it still takes the token, ms. */
export function askAfterMs(expires: string, nowMs: number): number {
  const left = Date.parse(expires) - nowMs;
  return left <= 0 ? AGAIN_MS : Math.min(left, LONGEST_TIMER_MS);
}

/** How long until the end should be told, ms. */
export function warnAfterMs(expires: string, nowMs: number): number {
  return Math.max(0, Math.min(Date.parse(expires) - nowMs - WARNED_MS, LONGEST_TIMER_MS));
}
