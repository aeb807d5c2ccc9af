import { element, freshId, type View } from "./model";

interface Upload {
  name: string;
  label: string;
  hint: string;
  error: string;
  accept: string;
  most_bytes: number;
}

/** A file that the user hands in; one that is too large is named, not sent. */
function render({ model, el }: View<Upload>): () => void {
  const id = freshId("upload");
  const control = element("input", { id, type: "file", accept: model.get("accept") });
  control.dataset["burdens"] = model.get("name");
  const label = element("label", { for: id });
  const hint = element("p", { id: `${id}-hint`, class: "burdens-hint" });
  const error = element("p", { id: `${id}-error`, class: "burdens-error" });
  const box = element("div", { class: "burdens-input" }, control);
  const field = element("div", { class: "burdens-field burdens-upload" }, label, hint, error, box);
  control.setAttribute("aria-describedby", `${hint.id} ${error.id}`);
  el.append(field);
  const update = (): void => {
    const wrong = model.get("error");
    label.textContent = model.get("label");
    hint.textContent = model.get("hint");
    error.textContent = wrong;
    error.hidden = !wrong;
    control.setAttribute("aria-invalid", String(Boolean(wrong)));
    field.classList.toggle("burdens-field-wrong", Boolean(wrong));
  };
  const send = async (): Promise<void> => {
    const file = control.files?.[0];
    if (!file) return;
    const content = file.size > model.get("most_bytes") ? [] : [await file.arrayBuffer()];
    model.send({ file: file.name, bytes: file.size }, undefined, content);
    control.value = "";
  };
  control.addEventListener("change", () => void send());
  update();
  const traits = ["label", "hint", "error"] as const;
  traits.forEach((name) => model.on(`change:${name}`, update));
  return () => traits.forEach((name) => model.off(`change:${name}`, update));
}

export default { render };
