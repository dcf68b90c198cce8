const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * How long to wait before trying again, in ms: doubling from half a second to 15 s, the upper half of it random, so that
 * the pages of a whole office do not come back in step.
 *
 * @param failures how many tries failed in a row, from 1
 * @param random from 0 to below 1
 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
