import { expect, test } from "vitest";
import listing from "../src/listing";
import { fakeModel } from "./model";

const CARD = (name: string): string =>
  `<div class="burdens-value"><button data-press="edit ${name}">Change<b>: ${name}</b></button></div>`;

function shown() {
  const el = document.createElement("div");
  document.body.append(el);
  const model = fakeModel({ html: CARD("pay.ep"), live: "" as const, calls: 0, faded: false });
  const end = listing.render({ model, el });
  return { el, model, end };
}

test("a press says what it does and to which value, on any part of the button", () => {
  const { el, model } = shown();
  model.set("html", CARD("pay.ep") + CARD("pay.salt"));
  el.querySelectorAll<HTMLElement>("button b")[1]?.click();
  el.querySelector<HTMLElement>(".burdens-value")?.click();
  expect(model.sent.map(({ content }) => content)).toEqual(["edit pay.salt"]);
});

test("the focus comes back to a button, and to the words where the button has gone", () => {
  const { el, model, end } = shown();
  model.receive({ focus: "edit pay.ep" });
  expect(document.activeElement).toBe(el.querySelector("button"));
  model.set("html", "<p>No value is found.</p>");
  model.receive({ focus: "edit pay.ep" });
  expect(document.activeElement).toBe(el.querySelector(".burdens-passage"));
  end();
  (document.activeElement as HTMLElement).blur();
  model.receive({ focus: "edit pay.ep" });
  expect(document.activeElement).toBe(document.body);
});
