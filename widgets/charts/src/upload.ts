import { show } from "./entry";
import { element, freshId, type View } from "./model";

interface Upload {
  name: string;
  label: string;
  hint: string;
  error: string;
  said: string;
  accept: string;
  most_bytes: number;
}

/** What is sent of the files handed in: the first alone, and its bytes only where it is small enough. */
export async function sent(
  files: readonly File[], most: number,
): Promise<[{ file: string; bytes: number; files: number }, ArrayBuffer[]] | null> {
  const [file] = files;
  if (!file) return null;
  const about = { file: file.name, bytes: file.size, files: files.length };
  if (files.length > 1 || file.size > most) return [about, []];
  try {
    return [about, [await file.arrayBuffer()]];
  } catch {
    return [about, []];
  }
}

/** A file that the user hands in; one that is too large is named, not sent. */
function render({ model, el }: View<Upload>): () => void {
  const id = freshId("upload");
  const control = element("input", { id, type: "file", accept: model.get("accept") });
  control.dataset["burdens"] = model.get("name");
  const label = element("label", { for: id });
  const hint = element("p", { id: `${id}-hint`, class: "burdens-hint" });
  const error = element("p", { id: `${id}-error`, class: "burdens-error", role: "status" });
  const said = element("p", { class: "burdens-said", role: "status" });
  const box = element("div", { class: "burdens-input" }, control);
  const parts = [label, hint, error, box, said];
  const field = element("div", { class: "burdens-field burdens-upload" }, ...parts);
  el.append(field);
  const update = (): void => {
    const wrong = model.get("error");
    label.textContent = model.get("label");
    show(hint, model.get("hint"));
    error.textContent = wrong;
    said.textContent = model.get("said");
    const described = [hint, error].filter((part) => part.textContent).map((part) => part.id);
    control.setAttribute("aria-describedby", described.join(" "));
    control.setAttribute("aria-invalid", String(Boolean(wrong)));
    field.classList.toggle("burdens-field-wrong", Boolean(wrong));
  };
  const send = async (files: FileList | null | undefined): Promise<void> => {
    const found = await sent([...(files ?? [])], model.get("most_bytes"));
    if (found) model.send(found[0], undefined, found[1]);
    control.value = "";
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    field.classList.toggle("burdens-drop", event.type === "dragover");
    if (event.type === "drop") void send(event.dataTransfer?.files);
  };
  control.addEventListener("change", () => void send(control.files));
  (["dragover", "dragleave", "drop"] as const).forEach((type) => field.addEventListener(type, over));
  update();
  const traits = ["label", "hint", "error", "said"] as const;
  traits.forEach((name) => model.on(`change:${name}`, update));
  return () => traits.forEach((name) => model.off(`change:${name}`, update));
}

export default { render };
