import { sayRow, sayX, type Chart, type Row } from "./data";

/** Where a number stands in its panel [px], and how it is said. */
export interface Spot {
  x: string;
  left: number;
  top: number;
  words: string;
}

/** What is needed of a scale of the drawn panel. */
export interface Scale {
  apply(value: unknown): number;
  bandwidth?: number;
}

/** The middle of what a number speaks of: a category, a month, or the day a week begins. */
function middle(x: string, kind: Chart["x"], scale: Scale): number {
  if (kind === "category") return scale.apply(x) + (scale.bandwidth ?? 0) / 2;
  const from = new Date(x);
  if (kind === "week") return scale.apply(from);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return (scale.apply(from) + scale.apply(to)) / 2;
}

/** The middle of each stacked bar; what is less than nothing is stacked downwards. */
function stackMiddles(chart: Chart): Map<Row, number> {
  const reached = new Map<string, number>();
  const middles = new Map<Row, number>();
  for (const series of chart.series.filter((one) => one.mark === "bar")) {
    for (const row of chart.rows.filter((one) => one.series === series.id)) {
      const value = row.value ?? 0;
      const place = `${row.x} ${value < 0}`;
      const base = reached.get(place) ?? 0;
      middles.set(row, base + value / 2);
      reached.set(place, base + value);
    }
  }
  return middles;
}

/** The numbers of a panel as tracks to walk along, one a series. */
export function tracksOf(chart: Chart, x: Scale, y: Scale): Spot[][] {
  const middles = stackMiddles(chart);
  return chart.series.map((series) =>
    chart.rows
      .filter((row) => row.series === series.id && row.value !== null)
      .map((row) => ({
        x: row.x,
        left: middle(row.x, chart.x, x),
        top: y.apply(middles.get(row) ?? row.value),
        words: `${sayX(row.x, chart.x)}, ${series.label}: ${sayRow(row, chart.format)}`,
      })),
  );
}

/** One track, and the panel it belongs to. */
export interface Track {
  panel: number;
  name: string;
  spots: Spot[];
}

/** A place on the tracks. */
export interface Place {
  track: number;
  index: number;
}

function held(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}

/** Go to another track, to the number of the same place where it has one. */
function across(tracks: Track[], from: Place, by: number): Place {
  const track = held(from.track + by, tracks.length);
  const here = tracks[from.track]?.spots[from.index]?.x;
  const spots = tracks[track]?.spots ?? [];
  const same = spots.findIndex((spot) => spot.x === here);
  return { track, index: same >= 0 ? same : held(from.index, spots.length) };
}

/** Where a key leads: along the track, across the tracks, to an end; nowhere for other keys. */
export function step(tracks: Track[], from: Place, key: string): Place | null {
  const length = tracks[from.track]?.spots.length ?? 0;
  const along = (by: number): Place => ({ ...from, index: held(from.index + by, length) });
  const aside = (by: number): Place => (tracks.length > 1 ? across(tracks, from, by) : along(by));
  const moves: Record<string, () => Place> = {
    ArrowRight: () => along(1),
    ArrowLeft: () => along(-1),
    ArrowDown: () => aside(1),
    ArrowUp: () => aside(-1),
    Home: () => along(-length),
    End: () => along(length),
  };
  return moves[key]?.() ?? null;
}

/** The number nearest to a point of a panel, within a finger's width; none where all are far. */
export function nearest(tracks: Track[], panel: number, left: number, top: number): Place | null {
  let found: Place | null = null;
  let least = 44;
  tracks.forEach((one, track) => {
    if (one.panel !== panel) return;
    one.spots.forEach((spot, index) => {
      const far = Math.hypot(spot.left - left, spot.top - top);
      if (far < least) [least, found] = [far, { track, index }];
    });
  });
  return found;
}
