import { expect, test } from "vitest";
import { nearest, step, tracksOf, type Track } from "../src/spots";
import { row, staff } from "./chart";

const spot = (x: string, left: number) => ({ x, left, top: 0, words: x });
const tracks: Track[] = [
  { panel: 0, name: "", spots: [spot("a", 0), spot("b", 10), spot("c", 20)] },
  { panel: 0, name: "", spots: [spot("a", 0), spot("c", 20)] },
];

test("left and right go along a series and stop at its ends", () => {
  expect(step(tracks, { track: 0, index: 1 }, "ArrowRight")).toEqual({ track: 0, index: 2 });
  expect(step(tracks, { track: 0, index: 2 }, "ArrowRight")).toEqual({ track: 0, index: 2 });
  expect(step(tracks, { track: 0, index: 0 }, "ArrowLeft")).toEqual({ track: 0, index: 0 });
  expect(step(tracks, { track: 0, index: 1 }, "Home")).toEqual({ track: 0, index: 0 });
  expect(step(tracks, { track: 0, index: 1 }, "End")).toEqual({ track: 0, index: 2 });
});

test("down goes to the same place of the next series", () => {
  expect(step(tracks, { track: 0, index: 2 }, "ArrowDown")).toEqual({ track: 1, index: 1 });
  expect(step(tracks, { track: 1, index: 1 }, "ArrowUp")).toEqual({ track: 0, index: 2 });
});

test("a key that is not for the chart is left to the page", () => {
  for (const key of ["Tab", "Escape", "a", "PageDown", "Enter"]) {
    expect(step(tracks, { track: 0, index: 1 }, key)).toBeNull();
  }
});

test("the number nearest to a point is found, and none where all are far", () => {
  expect(nearest(tracks, 0, 11, 3)).toEqual({ track: 0, index: 1 });
  expect(nearest(tracks, 0, 500, 3)).toBeNull();
  expect(nearest(tracks, 1, 11, 3)).toBeNull();
});

test("a number that is not known has no spot, and the middle of a stacked bar is in the bar", () => {
  const scale = { apply: (value: unknown) => Number(value), bandwidth: 2 };
  const rows = [row("x", "needed", 10), row("x", "in_post", 4), row("y", "in_post", null)];
  const chart = staff({ rows, x: "category" });
  const bars = chart.series.map((one) => ({ ...one, mark: "bar" as const }));
  const found = tracksOf({ ...chart, series: bars }, { apply: () => 0, bandwidth: 2 }, scale);
  expect(found.map((track) => track.map(({ top }) => top))).toEqual([[5], [12]]);
});
