import { expect, test } from "vitest";
import { csv } from "../src/csv";
import { row, staff } from "./chart";

const MARK = "\ufeff";

test("the numbers are saved unrounded, a line a place, and an unknown one is empty, not nought", () => {
  const chart = staff({ y_label: "FTE" });
  const lines = csv(chart).replace(MARK, "").trimEnd().split("\r\n");
  expect(lines).toEqual([
    'Month,"Needed, at most [FTE]",In post [FTE]',
    "2027-04-01,12.5,10",
    "2027-05-01,12.25,",
  ]);
});

test("panels stand in a column of their own", () => {
  const rows = [
    row("2027-04-01", "needed", 1, { panel: "Caseworker" }),
    row("2027-04-01", "needed", 2, { panel: "Therapist" }),
  ];
  const lines = csv(staff({ rows })).split("\r\n");
  expect(lines[0]).toMatch(/^\ufeffPart,Month/);
  expect(lines.slice(1, 3)).toEqual(["Caseworker,2027-04-01,1,", "Therapist,2027-04-01,2,"]);
});

test("quotation marks are doubled, and words that look like a formula stay words", () => {
  const rows = [row('=1+1 "now"', "needed", 3)];
  const text = csv(staff({ rows, x: "category" }));
  expect(text).toContain(`"'=1+1 ""now""",3,`);
});
