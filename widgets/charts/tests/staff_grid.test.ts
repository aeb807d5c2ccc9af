import { afterEach, expect, test } from "vitest";

import widget, { isSeveral, step } from "../src/staff_grid";
import { fakeModel } from "./model";

function shown() {
  const labels: Record<string, string> = {};
  for (const role of ["ep", "ot"]) {
    for (const column of ["in_post", "vacant"]) labels[`staff.${role}.${column}`] = `${role} ${column}`;
  }
  const model = fakeModel({
    hint: "Full-time equivalents", more_label: "What they mean", more: "<p>Words</p>",
    columns: [["in_post", "In post", "FTE"], ["vacant", "Vacant", "FTE"]] as [string, string, string][],
    rows: [["ep", "Psychologists", true], ["ot", "Therapists", false]] as [string, string, boolean][],
    labels, texts: {} as Record<string, string>, errors: {} as Record<string, string>,
    used: {} as Record<string, string>, said: "",
  });
  const el = document.createElement("div");
  document.body.append(el);
  widget.render({ model, el });
  const cell = (name: string): HTMLInputElement => {
    const input = el.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (!input) throw new Error(name);
    return input;
  };
  return { model, el, cell };
}

function press(target: HTMLElement, key: string): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

afterEach(() => document.body.replaceChildren());

test("every box is named by its role and column, and is where messages lead to", () => {
  const { cell } = shown();
  expect(cell("staff.ot.vacant").getAttribute("aria-label")).toBe("ot vacant");
  expect(cell("staff.ot.vacant").dataset["burdens"]).toBe("staff.ot.vacant");
});

test("an entry joins the others, and an emptied one leaves them", () => {
  const { model, cell } = shown();
  model.set("texts", { "staff.ot.vacant": "2" });
  const posts = cell("staff.ep.in_post");
  posts.value = "12.5";
  posts.dispatchEvent(new Event("change"));
  expect(model.get("texts")).toEqual({ "staff.ot.vacant": "2", "staff.ep.in_post": "12.5" });
  posts.value = " ";
  posts.dispatchEvent(new Event("change"));
  expect(model.get("texts")).toEqual({ "staff.ot.vacant": "2" });
});

test("what is wrong stands below its row and describes its box; what was used gives way to it", () => {
  const { model, cell } = shown();
  const posts = cell("staff.ep.in_post");
  const said = (): string | null | undefined =>
    document.getElementById(posts.getAttribute("aria-describedby") ?? "")?.textContent;
  model.set("used", { "staff.ep.in_post": "The plan used 20.0." });
  expect(said()).toBe("The plan used 20.0.");
  model.set("texts", { "staff.ep.in_post": "many" });
  model.set("errors", { "staff.ep.in_post": "“many” is not a number." });
  expect(said()).toBe("“many” is not a number.");
  expect(posts.getAttribute("aria-invalid")).toBe("true");
  model.set("errors", {});
  expect(posts.hasAttribute("aria-describedby")).toBe(false);
});

test("Enter and the arrows go from box to box and stop at the edge", () => {
  const { cell } = shown();
  cell("staff.ep.in_post").focus();
  press(cell("staff.ep.in_post"), "Enter");
  expect(document.activeElement).toBe(cell("staff.ot.in_post"));
  press(cell("staff.ot.in_post"), "ArrowRight");
  expect(document.activeElement).toBe(cell("staff.ot.vacant"));
  press(cell("staff.ot.vacant"), "ArrowDown");
  expect(document.activeElement).toBe(cell("staff.ot.vacant"));
});

test.each([
  ["Enter", true, false, false, [-1, 0]],
  ["ArrowLeft", false, false, true, null],
  ["ArrowLeft", false, true, false, [0, -1]],
  ["ArrowRight", true, true, true, null],
  ["Tab", false, true, true, null],
] as const)("%s with Shift %s at start %s at end %s goes %j", (key, shift, start, end, to) => {
  expect(step(key, shift, start, end)).toEqual(to);
});

test.each([
  ["12.5", false],
  ["12.5\n", false],
  ["1\t2", true],
  ["1\n2", true],
])("whether %j is more than one cell: %s", (text, several) => {
  expect(isSeveral(text)).toBe(several);
});
