import { expect, test } from "vitest";
import { sayTick, sayValue } from "../src/data";

test("a number is said as an officer would write it", () => {
  expect(sayValue(1234567.4, "gbp")).toBe("£1,234,567");
  expect(sayValue(0.464, "percent")).toBe("46%");
  expect(sayValue(12.04, "fte")).toBe("12.0");
  expect(sayValue(1500, "number")).toBe("1,500");
});

test("less than one post keeps a second figure, and none is nought", () => {
  expect(sayValue(0.04, "fte")).toBe("0.04");
  expect(sayValue(-0.25, "fte")).toBe("-0.25");
  expect(sayValue(0, "fte")).toBe("0.0");
});

test("what nobody knows is never nought", () => {
  for (const format of ["number", "fte", "percent", "gbp", "weeks"] as const) {
    expect(sayValue(null, format)).toBe("not known");
  }
});

test("an axis is short, and small steps on it differ", () => {
  expect(sayTick(1_250_000, "gbp")).toBe("£1.3m");
  expect(sayTick(-2000, "gbp")).toBe("−£2k");
  expect([0.02, 0.04, -0.02].map((tick) => sayTick(tick, "fte"))).toEqual(["0.02", "0.04", "−0.02"]);
  expect(sayTick(0.5, "percent")).toBe("50%");
});
