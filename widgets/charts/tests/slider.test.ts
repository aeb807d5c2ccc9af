import { afterEach, expect, test } from "vitest";

import widget, { valueText } from "../src/slider";
import { fakeModel } from "./model";

function shown(value = "") {
  const model = fakeModel({
    name: "hours.one", label: "Time for one advice", of: "", hint: "", error: "", unit: "hours a case",
    mark: "Unconfirmed", more_label: "Where this comes from", more: "<p>A survey</p>", value,
    choices: [] as [string, string][], numeric: true, switch: false, shown: true,
    badge: "Grade D: judgement", grade: "D", ticks: [4, 5, 8] as const,
    names: ["low", "central", "high"], note: "The tool uses 5.",
    confirm: "Confirm 5 hours a case", reset: "",
  });
  const el = document.createElement("div");
  document.body.append(el);
  widget.render({ model: model as never, el });
  const slider = el.querySelector<HTMLInputElement>("input[type=range]");
  const box = el.querySelector<HTMLInputElement>("input[type=text]");
  if (!slider || !box) throw new Error("no inputs");
  return { model, el, slider, box };
}

function press(target: HTMLElement, key: string): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

afterEach(() => document.body.replaceChildren());

test("an empty box leaves the slider at the central value", () => {
  const { slider } = shown();
  expect(slider.value).toBe("5");
  expect(slider.getAttribute("aria-valuetext")).toBe("5 hours a case, the central value");
});

test("a key moves the slider, writes the box and is told to Python", () => {
  const { model, slider, box } = shown();
  press(slider, "End");
  expect(box.value).toBe("8");
  expect(model.get("value")).toBe("8");
  expect(slider.getAttribute("aria-valuetext")).toBe("8 hours a case, the high value");
});

test("dragging stops at round numbers and is told when it ends", () => {
  const { model, slider, box } = shown();
  slider.value = "6.2371";
  slider.dispatchEvent(new Event("input"));
  expect(box.value).toBe("6.2");
  expect(model.get("value")).toBe("");
  slider.dispatchEvent(new Event("change"));
  expect(model.get("value")).toBe("6.2");
});

test("a number typed beyond the range leaves the slider at its end and says so", () => {
  const { slider, box } = shown();
  box.value = "9.5";
  box.dispatchEvent(new Event("input"));
  expect(slider.getAttribute("aria-valuetext")).toBe("9.5 hours a case, outside the range");
});

test("what cannot be read leaves the slider at the central value", () => {
  const { slider } = shown("many");
  expect(slider.getAttribute("aria-valuetext")).toBe("5 hours a case, the central value");
});

test("badge, mark and note describe the box, and the buttons say of what they are", () => {
  const { model, el, box } = shown();
  const described = (box.getAttribute("aria-describedby") ?? "").split(" ");
  const words = described.map((id) => document.getElementById(id)?.textContent);
  expect(words).toEqual(["Unconfirmed", "Grade D: judgement", "The tool uses 5."]);
  const [confirm, reset] = [...el.querySelectorAll("button")];
  expect(confirm?.textContent).toBe("Confirm 5 hours a case: Time for one advice");
  expect(reset?.hidden).toBe(true);
  confirm?.click();
  expect(model.sent.map((one) => one.content)).toEqual(["confirm"]);
  expect(document.activeElement).toBe(box);
});

test("ticks go by the names that they are given", () => {
  const { model, el, slider } = shown();
  model.set("names", ["oldest first", "as published", "new cases first"]);
  const labels = [...el.querySelectorAll(".burdens-ticks li")].map((one) => one.textContent);
  expect(labels).toEqual(["oldest first 4", "as published 5", "new cases first 8"]);
  expect(slider.getAttribute("aria-valuetext")).toBe("5 hours a case, as published");
});

test("a value without a range has no slider", () => {
  const { model, el } = shown();
  model.set("ticks", [200, 200, 200] as never);
  expect(el.querySelector<HTMLElement>(".burdens-slider")?.hidden).toBe(true);
});

test.each([
  [5.3163, "%", [0, 5.3163, 12], "5.32%, the central value"],
  [6, "% of plans", [0, 5, 12], "6% of plans"],
  [60_040, "pounds a year", [49_215, 60_040, 68_884], "60,040 pounds a year, the central value"],
] as const)("%d %s is spoken in its unit", (number, unit, ticks, words) => {
  expect(valueText(number, unit, ticks)).toBe(words);
});
