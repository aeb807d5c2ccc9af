/** The low, central and high number of a value. */
export type Ticks = readonly [number, number, number];

const MOST_STEPS = 40;
const DIGITS = 10;

/** A number without what binary arithmetic leaves behind it. */
export function plain(number: number): number {
  return Number(number.toPrecision(DIGITS));
}

/** The largest of 1, 2 and 5 times a power of ten that makes at most so many steps of a width. */
function stepOf(width: number): number {
  const rough = width / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Where the slider of a range stands still: round numbers, and its three ticks. */
export function stopsOf(ticks: Ticks): number[] {
  const [low, , high] = ticks;
  if (!(high > low)) return [low];
  const step = stepOf(high - low);
  const stops = new Set(ticks.map(plain));
  for (let count = Math.ceil(low / step); count * step <= high; count += 1) {
    if (count * step >= low) stops.add(plain(count * step));
  }
  return [...stops].sort((a, b) => a - b);
}

/** The stop nearest to a number. */
export function nearest(stops: readonly number[], number: number): number {
  return stops.reduce((best, stop) =>
    Math.abs(stop - number) < Math.abs(best - number) ? stop : best,
  );
}

/** The number that a text writes, as people write it; null where it is none. */
export function numberIn(text: string): number | null {
  const bare = text.replace(/\s/g, "").replace(/^£/, "").replace(/%$/, "");
  const right = /^[+-]?((\d{1,3}(,\d{3})+|\d+)(\.\d*)?|\.\d+)$/.test(bare);
  return right ? Number(bare.replaceAll(",", "")) : null;
}

const KEYS: Record<string, number> = {
  ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5,
};

/** Where a key moves the slider to; null for a key that moves nothing. */
export function moved(stops: readonly number[], number: number, key: string): number | null {
  if (key === "Home") return stops[0] ?? null;
  if (key === "End") return stops[stops.length - 1] ?? null;
  const by = KEYS[key];
  if (by === undefined) return null;
  const onward = by > 0 ? stops.filter((stop) => stop > number) : stops.filter((stop) => stop < number).reverse();
  return onward[Math.min(Math.abs(by), onward.length) - 1] ?? number;
}
