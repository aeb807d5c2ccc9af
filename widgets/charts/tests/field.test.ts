import { expect, test } from "vitest";
import type { Field } from "../src/entry";
import field from "../src/field";
import { fakeModel } from "./model";

function show(changes: Partial<Field> = {}) {
  const el = document.createElement("div");
  document.body.append(el);
  const model = fakeModel<Field>({
    name: "staff", label: "Caseworkers in post", of: "", hint: "Left empty, an estimate.",
    error: "", unit: "FTE", mark: "", more_label: "", more: "", value: "", choices: [],
    numeric: true, switch: false, shown: true, ...changes,
  });
  field.render({ model, el });
  const control = el.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
  if (!control) throw new Error("no input");
  return { el, model, control };
}

function described(el: HTMLElement, control: Element): string {
  const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => el.querySelector(`[id="${id}"]`)?.textContent ?? "").join(" ");
}

test("the label, the hint and the message are tied to the input", () => {
  const { el, model, control } = show();
  expect(el.querySelector("label")?.getAttribute("for")).toBe(control.id);
  expect(described(el, control)).toContain("Left empty, an estimate.");
  expect(control.getAttribute("aria-invalid")).not.toBe("true");
  model.set("error", "“twenty” is not a number.");
  expect(control.getAttribute("aria-invalid")).toBe("true");
  expect(described(el, control)).toContain("“twenty” is not a number.");
});

test("what is typed reaches Python as it was typed, right or wrong", () => {
  const { model, control } = show();
  control.value = "twenty";
  control.dispatchEvent(new Event("change"));
  expect(model.get("value")).toBe("twenty");
  expect(model.saves).toBe(1);
});

test("a value that Python sets is shown", () => {
  const { model, control } = show();
  model.set("value", "12.5");
  expect(control.value).toBe("12.5");
});

test("choices make a list, and a switch is on or says nothing", () => {
  const list = show({ choices: [["", "Choose"], ["E1", "Devon"]] });
  expect([...list.control.querySelectorAll("option")].map((one) => one.textContent)).toEqual([
    "Choose", "Devon",
  ]);
  const { model, control } = show({ switch: true, numeric: false });
  const box = control as HTMLInputElement;
  for (const [checked, value] of [[true, "on"], [false, ""]] as const) {
    box.checked = checked;
    box.dispatchEvent(new Event("change"));
    expect(model.get("value")).toBe(value);
  }
});
