import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sight } from "../src/sight";

const draw = vi.fn();
let come: (inSight: boolean) => void;
let sight: Sight;
let picture: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  draw.mockClear();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
        come = (isIntersecting) => told([{ isIntersecting }]);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  picture = document.createElement("div");
  sight = new Sight(picture, draw);
});

afterEach(() => {
  sight.end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what is in sight is drawn at once, and once", () => {
  come(true);
  sight.changed();
  expect(draw).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(draw).toHaveBeenCalledOnce();
});

test("what is out of sight is drawn a little later, the last of many changes only", () => {
  sight.changed();
  sight.changed();
  expect(draw).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(draw).toHaveBeenCalledOnce();
});

test("what comes into sight, is reached by keyboard or is printed does not wait", () => {
  const asks = [
    () => come(true),
    () => picture.dispatchEvent(new Event("focus")),
    () => window.dispatchEvent(new Event("beforeprint")),
  ];
  for (const ask of asks) {
    come(false);
    draw.mockClear();
    sight.changed();
    ask();
    expect(draw).toHaveBeenCalledOnce();
  }
});

test("what is drawn already is not drawn again for a print", () => {
  come(true);
  sight.changed();
  window.dispatchEvent(new Event("beforeprint"));
  expect(draw).toHaveBeenCalledOnce();
});

test("what was taken off the page is never drawn", () => {
  sight.changed();
  sight.end();
  vi.runAllTimers();
  window.dispatchEvent(new Event("beforeprint"));
  expect(draw).not.toHaveBeenCalled();
});
