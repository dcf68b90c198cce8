const STEPS: readonly (readonly [number, string])[] = [
  [2 ** 40, 'TiB'],
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
];

/** A number of bytes for people, for example `512 MiB` or `1.4 KiB`. */
export function bytes(count: number): string {
  const step = STEPS.find(([size]) => count >= size);
  if (step === undefined) {
    return count === 1 ? '1 byte' : `${count} bytes`;
  }
  const [size, unit] = step;
  const value = count / size;
  return `${value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${unit}`;
}

/** A rate for people, for example `110 MiB per second`. */
export function rate(bytesPerSecond: number): string {
  return `${bytes(bytesPerSecond)} per second`;
}

/** A memory size given in MiB. */
export function mebibytes(count: number): string {
  return bytes(count * 2 ** 20);
}

/** A share of a whole in whole per cent, 0 to 100; of nothing, 0. */
export function percent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.max(0, Math.min(100, Math.floor((100 * part) / whole)));
}
