import { afterEach, expect, test, vi } from "vitest";

import download, { size } from "../src/download";
import { sent } from "../src/upload";
import { fakeModel } from "./model";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function file(name: string, bytes: number): File {
  return new File([new Uint8Array(bytes)], name);
}

test("one file that is small enough is sent whole", async () => {
  const found = await sent([file("a.yaml", 10)], 100);
  expect(found?.[0]).toEqual({ file: "a.yaml", bytes: 10, files: 1 });
  expect(found?.[1].map((buffer) => buffer.byteLength)).toEqual([10]);
});

test.each([
  [[file("a.yaml", 101)], { file: "a.yaml", bytes: 101, files: 1 }],
  [[file("a.yaml", 1), file("b.yaml", 1)], { file: "a.yaml", bytes: 1, files: 2 }],
])("of others only the name is sent, so that they can be refused by name", async (files, about) => {
  expect(await sent(files, 100)).toEqual([about, []]);
});

test("a file that the browser cannot read is named, not forgotten", async () => {
  const gone = file("a.yaml", 5);
  vi.spyOn(gone, "arrayBuffer").mockRejectedValue(new Error("gone"));
  expect(await sent([gone], 100)).toEqual([{ file: "a.yaml", bytes: 5, files: 1 }, []]);
});

test("no file is no message", async () => {
  expect(await sent([], 100)).toBeNull();
});

test("a download says that it is made, and when it is done", () => {
  const model = fakeModel({ label: "Download", hint: "" });
  const el = document.createElement("div");
  URL.createObjectURL = () => "blob:nothing";
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  download.render({ model, el });
  const said = (): string | null | undefined => el.querySelector("[role=status]")?.textContent;
  el.querySelector("button")?.click();
  expect(said()).toBe("Making the file.");
  model.receive({ name: "plan.zip", type: "application/zip" }, [new DataView(new ArrayBuffer(2500))]);
  expect(said()).toBe("Done: plan.zip (2.5 kB) is in your downloads.");
  model.receive({ name: "" });
  expect(said()).toBe("");
});

test.each([
  [999, "999 bytes"],
  [12_345, "12 kB"],
  [2_500_000, "2.5 MB"],
])("%d bytes are written as %s", (bytes, words) => {
  expect(size(bytes)).toBe(words);
});
