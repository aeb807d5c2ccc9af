import { describe, expect, test } from "vitest";

import { moved, nearest, numberIn, stopsOf } from "../src/stops";

describe("the stops of a slider", () => {
  test("are round numbers with low, central and high among them", () => {
    const stops = stopsOf([0, 5.3163, 12]);
    expect(stops[0]).toBe(0);
    expect(stops.at(-1)).toBe(12);
    expect(stops).toContain(5.3163);
    expect(stops).toContain(6.5);
    expect(stops).toEqual([...stops].sort((a, b) => a - b));
  });

  test("keep to what decimal people would write", () => {
    expect(stopsOf([0.1, 0.2, 0.4])).toContain(0.3);
  });

  test("are one where the evidence has no range", () => {
    expect(stopsOf([200, 200, 200])).toEqual([200]);
  });

  test.each([[[0, 0.5, 1.5]], [[10_000, 50_000, 60_000]], [[0.005, 0.03, 0.1]]] as const)(
    "are neither too few to choose nor too many to step through: %j",
    (ticks) => {
      const { length } = stopsOf(ticks);
      expect(length).toBeGreaterThan(15);
      expect(length).toBeLessThan(45);
    },
  );
});

test("a place between two stops goes to the nearer one", () => {
  expect(nearest([0, 1, 2], 1.4)).toBe(1);
  expect(nearest([0, 1, 2], 99)).toBe(2);
});

describe("the keys of a slider", () => {
  const stops = [0, 1, 2, 3, 4, 5, 6, 7];
  test.each([
    ["ArrowRight", 2, 3],
    ["ArrowUp", 2, 3],
    ["ArrowLeft", 2, 1],
    ["PageUp", 2, 7],
    ["PageDown", 7, 2],
    ["Home", 5, 0],
    ["End", 5, 7],
    ["ArrowRight", 7, 7],
    ["ArrowRight", 2.5, 3],
    ["ArrowLeft", 12, 7],
  ])("%s from %d lead to %d", (key, from, to) => {
    expect(moved(stops, from, key)).toBe(to);
  });

  test("leave every other key to the browser", () => {
    expect(moved(stops, 2, "Tab")).toBeNull();
  });
});

test.each([
  ["1,250", 1250],
  [" £45,000 ", 45_000],
  ["12.5 %", 12.5],
  ["-2", -2],
  ["12,5", null],
  ["many", null],
  ["", null],
])("the text %j is read as %j", (text, number) => {
  expect(numberIn(text)).toBe(number);
});
