import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Chart } from "../src/data";
import figure from "../src/figure";
import { row, staff } from "./chart";
import { fakeModel } from "./model";

let el: HTMLElement;
let end: () => void;

beforeEach(() => {
  el = document.createElement("div");
  document.body.append(el);
});

afterEach(() => {
  end();
  el.remove();
});

function show(changes: Partial<Chart> = {}) {
  const model = fakeModel(staff(changes));
  end = figure.render({ model, el });
  return model;
}

function one(selector: string): HTMLElement {
  const found = el.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function cells(): string[][] {
  const details = one("details") as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  return [...el.querySelectorAll("tr")].map((line) => [...line.children].map((c) => c.textContent));
}

function press(key: string): string {
  one(".burdens-picture").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  return one(".burdens-reading").textContent;
}

test("the finding is the heading, and the summary is a status", () => {
  show();
  expect(one("[role=heading]").textContent).toBe("2.5 more caseworkers are needed");
  expect(one("[role=heading]").getAttribute("aria-level")).toBe("3");
  expect(one("[role=status]").textContent).toBe("Caseworkers: 10 in post, 12.5 needed.");
});

test("the table holds every number, and one that nobody knows is said so", () => {
  show();
  expect(cells()).toEqual([
    ["Month", "Needed, at most", "In post"],
    ["April 2027", "12.5", "10.0"],
    ["May 2027", "12.3", "not known"],
  ]);
});

test("a span of weeks is said from its start to its end, and a place without one is empty", () => {
  const rows = [row("Decide", "needed", 6), row("Advice", "in_post", 6, { start: 6 })];
  show({ rows, x: "category", x_label: "Step", format: "weeks", across: true });
  expect(cells().slice(1)).toEqual([
    ["Decide", "weeks 0 to 6", ""],
    ["Advice", "", "weeks 6 to 12"],
  ]);
});

test("the arrow keys read the numbers one by one and miss what is not known", () => {
  show();
  one(".burdens-picture").dispatchEvent(new Event("focus"));
  expect(one(".burdens-reading").textContent).toBe("April 2027, Needed, at most: 12.5");
  expect(press("ArrowRight")).toBe("May 2027, Needed, at most: 12.3");
  expect(press("ArrowDown")).toBe("April 2027, In post: 10.0");
  expect(press("End")).toBe("April 2027, In post: 10.0");
});

test("the picture is one stop of the keyboard, named by the finding", () => {
  show();
  expect(el.querySelectorAll("[tabindex='0']")).toHaveLength(1);
  expect(one(".burdens-picture").getAttribute("aria-label")).toContain("2.5 more caseworkers");
});

test("new numbers are drawn in the place of the old ones", async () => {
  const model = show();
  model.set("rows", [row("2027-06-01", "needed", 7)]);
  model.set("title", "Nobody more is needed");
  await vi.waitFor(() => expect(one("[role=heading]").textContent).toBe("Nobody more is needed"));
  expect(cells().slice(1)).toEqual([["June 2027", "7.0"]]);
});

test("names stand side by side in the order of the numbers, not of the alphabet", () => {
  show({ x: "category", rows: [row("Rutland", "needed", 2), row("Devon", "needed", 30)] });
  one(".burdens-picture").dispatchEvent(new Event("focus"));
  const names = el.querySelectorAll("[aria-label='x-axis tick label'] text");
  expect([...names].map((name) => name.textContent)).toEqual(["Rutland", "Devon"]);
});

test("without numbers there is a heading and no picture to read", () => {
  show({ rows: [] });
  expect(one("[role=heading]").textContent).not.toBe("");
  expect(el.querySelectorAll(".burdens-panel")).toHaveLength(0);
});

test("what cannot be drawn is said in words, and its numbers stand in the table all the same", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  show({ rows: [row("not a day", "needed", 3)] });
  const reading = one(".burdens-reading");
  await vi.waitFor(() => expect(reading.textContent).toContain("could not be drawn"));
  expect(log).toHaveBeenCalled();
  log.mockRestore();
});
