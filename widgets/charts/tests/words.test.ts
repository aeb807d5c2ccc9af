import { expect, test, vi } from "vitest";
import fold from "../src/fold";
import passage from "../src/passage";
import { fakeModel } from "./model";

function place(): HTMLElement {
  const el = document.createElement("div");
  document.body.append(el);
  return el;
}

test("a fold says whether it is open, and pressing it turns it", () => {
  const [el, model] = [place(), fakeModel({ label: "Mediation: 5 values", heading: 3, opened: false })];
  fold.render({ model, el });
  const button = el.querySelector("button");
  expect(button?.textContent).toBe("Mediation: 5 values");
  expect(button?.getAttribute("aria-expanded")).toBe("false");
  button?.click();
  expect(button?.getAttribute("aria-expanded")).toBe("true");
  expect([model.get("opened"), model.saves]).toEqual([true, 1]);
});

test("an alert speaks, calls the focus to itself, and leads to the field it names", () => {
  const [el, model] = [
    place(),
    fakeModel({ html: "", live: "alert" as const, calls: 0, faded: false }),
  ];
  passage.render({ model, el });
  const body = el.querySelector<HTMLElement>("[role=alert]");
  expect(body?.classList.contains("burdens-empty")).toBe(true);
  const input = document.createElement("input");
  input.dataset["burdens"] = "staff.ep.in_post";
  document.body.append(input);
  const focus = vi.spyOn(input, "focus");
  model.set("html", '<a href="#x" data-field="staff.ep.in_post">“twenty” is not a number</a>');
  model.set("calls", 1);
  expect(document.activeElement).toBe(body);
  body?.querySelector("a")?.click();
  expect(focus).toHaveBeenCalledOnce();
});
