import { expect, test } from "vitest";
import { lines } from "../src/lines";

test("a name is broken between words, into lines of the letters at hand", () => {
  expect(lines("Bath and North East Somerset", 10)).toEqual(["Bath and", "North East", "Somerset"]);
  expect(lines("2027-28", 7)).toEqual(["2027-28"]);
});

test("a word that is too long for any line is cut, and no letter is lost", () => {
  const found = lines("West Northamptonshire", 9);
  expect(found).toEqual(["West", "Northamp-", "tonshire"]);
  expect(Math.max(...found.map((line) => line.length))).toBeLessThanOrEqual(9);
});

test("a place with next to no room still gets four letters a line", () => {
  expect(lines("Kent", 0)).toEqual(["Kent"]);
  expect(lines("Devon", 1)).toEqual(["Dev-", "on"]);
});
