import { afterEach, beforeEach, expect, test, vi } from "vitest";

import widget, { spoken, valueText } from "../src/progress";
import { fakeModel } from "./model";

const IDLE = {
  label: "Work out the plan", running: false, stopping: false, doing: "", share: null as number | null,
};

function shown() {
  const model = fakeModel({ ...IDLE });
  const el = document.createElement("div");
  document.body.append(el);
  const end = widget.render({ model, el });
  const [button, cancel] = [...el.querySelectorAll("button")];
  if (!button || !cancel) throw new Error("no buttons");
  const bar = el.querySelector<HTMLElement>("[role=progressbar]");
  const part = el.querySelector<HTMLElement>(".burdens-progress");
  if (!bar || !part) throw new Error("no bar");
  return { model, el, end, button, cancel, bar, part };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test("the button starts the work, and says and does nothing more while it goes on", () => {
  const { model, button, part } = shown();
  expect(part.hidden).toBe(true);
  button.click();
  model.set("running", true);
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.disabled).toBe(false);
  button.click();
  expect(model.sent.map((one) => one.content)).toEqual(["press"]);
});

test("the bar has a value only where somebody knows it", () => {
  const { model, bar, el } = shown();
  model.set("running", true);
  model.set("doing", "Costing the measures");
  expect(bar.hasAttribute("aria-valuenow")).toBe(false);
  expect(bar.getAttribute("aria-valuetext")).toBe("Costing the measures");
  model.set("share", 0.254);
  expect(bar.getAttribute("aria-valuenow")).toBe("25");
  expect(bar.getAttribute("aria-valuetext")).toBe("Costing the measures, 25% done");
  expect(el.querySelector("[aria-live], [role=status], [role=alert]")).toBeNull();
});

test("the time is counted while work goes on, and from nought the next time", () => {
  const { model, part, end } = shown();
  model.set("running", true);
  vi.advanceTimersByTime(61_000);
  expect(part.textContent).toContain("1 minute 1 second so far");
  model.set("running", false);
  model.set("running", true);
  expect(part.textContent).toContain("0 seconds so far");
  end();
  expect(vi.getTimerCount()).toBe(0);
});

test("cancel is sent once, and hands the focus back when the work has ended", () => {
  const { model, button, cancel } = shown();
  model.set("running", true);
  cancel.focus();
  cancel.click();
  model.set("stopping", true);
  cancel.click();
  expect(model.sent.map((one) => one.content)).toEqual(["cancel"]);
  model.set("running", false);
  expect(document.activeElement).toBe(button);
});

test("work that ends leaves the focus where somebody went meanwhile", () => {
  const { model } = shown();
  const elsewhere = document.createElement("input");
  document.body.append(elsewhere);
  model.set("running", true);
  elsewhere.focus();
  model.set("running", false);
  expect(document.activeElement).toBe(elsewhere);
});

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [125, "2 minutes 5 seconds"],
])("%d s are spoken as %s", (seconds, words) => {
  expect(spoken(seconds)).toBe(words);
});

test("an unknown share is not spoken", () => {
  expect(valueText("Planning", null)).toBe("Planning");
});
