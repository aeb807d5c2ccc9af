import { element, save, type View } from "./model";

interface Download {
  label: string;
  hint: string;
}

interface Made {
  name: string;
  type: string;
}

/** How large a file is, as people say it. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [number, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 }).format(number)} ${unit}`;
}

/** A button that asks Python for bytes, lets the browser save them, and says when it is done. */
function render({ model, el }: View<Download>): () => void {
  const button = element("button", { type: "button", class: "burdens-button" });
  const hint = element("span", { class: "burdens-hint" });
  const said = element("span", { class: "burdens-said", role: "status" });
  el.append(element("p", { class: "burdens-download" }, button, hint, said));
  const update = (): void => {
    button.textContent = model.get("label");
    hint.textContent = model.get("hint");
  };
  const receive = (made: Made, buffers: DataView[]): void => {
    const bytes = buffers[0];
    said.textContent = bytes
      ? `Done: ${made.name} (${size(bytes.byteLength)}) is in your downloads.`
      : "";
    if (bytes) save(bytes as unknown as BlobPart, made.name, made.type);
  };
  button.addEventListener("click", () => {
    said.textContent = "Making the file.";
    model.send("make");
  });
  update();
  model.on("change:label", update);
  model.on("change:hint", update);
  model.on("msg:custom", receive as (...args: never[]) => void);
  return () => {
    model.off("change:label", update);
    model.off("change:hint", update);
    model.off("msg:custom", receive as (...args: never[]) => void);
  };
}

export default { render };
