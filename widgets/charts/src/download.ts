import { element, save, type View } from "./model";

interface Download {
  label: string;
  hint: string;
}

interface Made {
  name: string;
  type: string;
}

/** A button that asks Python for bytes and lets the browser save them. */
function render({ model, el }: View<Download>): () => void {
  const button = element("button", { type: "button", class: "burdens-button" });
  const hint = element("span", { class: "burdens-hint" });
  el.append(element("p", { class: "burdens-download" }, button, hint));
  const update = (): void => {
    button.textContent = model.get("label");
    hint.textContent = model.get("hint");
  };
  const receive = (made: Made, buffers: DataView[]): void => {
    const bytes = buffers[0];
    if (bytes) save(bytes as unknown as BlobPart, made.name, made.type);
  };
  button.addEventListener("click", () => model.send("make"));
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
