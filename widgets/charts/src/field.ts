import { element, freshId, type View } from "./model";

interface Field {
  name: string;
  label: string;
  hint: string;
  error: string;
  unit: string;
  value: string;
  choices: [string, string][];
  numeric: boolean;
  shown: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement;

function controlFor(field: { choices: [string, string][]; numeric: boolean }): Control {
  const id = freshId("field");
  if (field.choices.length > 0) {
    const options = field.choices.map(([value, label]) => element("option", { value }, label));
    return element("select", { id }, ...options);
  }
  const mode = field.numeric ? "decimal" : "text";
  return element("input", { id, type: "text", inputmode: mode, autocomplete: "off" });
}

/** A labelled field: label, hint, message and input, tied together for assistive technology. */
function render({ model, el }: View<Field>): () => void {
  const control = controlFor({ choices: model.get("choices"), numeric: model.get("numeric") });
  const label = element("label", { for: control.id });
  const hint = element("p", { id: `${control.id}-hint`, class: "burdens-hint" });
  const error = element("p", { id: `${control.id}-error`, class: "burdens-error" });
  const box = element("div", { class: "burdens-input" }, control);
  const field = element("div", { class: "burdens-field" }, label, hint, error, box);
  el.append(field);

  const update = (): void => {
    const wrong = model.get("error");
    const words = model.get("unit");
    label.textContent = words ? `${model.get("label")} (${words})` : model.get("label");
    hint.textContent = model.get("hint");
    error.textContent = wrong;
    error.hidden = !wrong;
    hint.hidden = !model.get("hint");
    control.name = model.get("name");
    control.dataset["burdens"] = model.get("name");
    control.setAttribute("aria-invalid", String(Boolean(wrong)));
    const described = [hint, error].filter((part) => !part.hidden).map((part) => part.id);
    if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
    field.classList.toggle("burdens-field-wrong", Boolean(wrong));
    el.style.display = model.get("shown") ? "" : "none";
    if (control.value !== model.get("value")) control.value = model.get("value");
  };
  const commit = (): void => {
    model.set("value", control.value);
    model.save_changes();
  };
  control.addEventListener("change", commit);
  update();
  const traits = ["label", "hint", "error", "unit", "value", "shown"] as const;
  traits.forEach((name) => model.on(`change:${name}`, update));
  return () => traits.forEach((name) => model.off(`change:${name}`, update));
}

export default { render };
