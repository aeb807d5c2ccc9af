import { element, freshId, type Model, type View } from "./model";

interface Field {
  name: string;
  label: string;
  of: string;
  hint: string;
  error: string;
  unit: string;
  mark: string;
  more_label: string;
  more: string;
  value: string;
  choices: [string, string][];
  numeric: boolean;
  switch: boolean;
  shown: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement;

const ON = "on";

function controlFor(model: Model<Field>): Control {
  const id = freshId("field");
  if (model.get("switch")) return element("input", { id, type: "checkbox" });
  const choices = model.get("choices");
  if (choices.length > 0) {
    const options = choices.map(([value, label]) => element("option", { value }, label));
    return element("select", { id }, ...options);
  }
  const mode = model.get("numeric") ? "decimal" : "text";
  return element("input", { id, type: "text", inputmode: mode, autocomplete: "off" });
}

function isSwitch(control: Control): control is HTMLInputElement {
  return control.type === "checkbox";
}

/** What the user chose: a switch that is on says so, one that is off says nothing. */
function entry(control: Control): string {
  if (isSwitch(control)) return control.checked ? ON : "";
  return control.value;
}

function enter(control: Control, value: string): void {
  if (isSwitch(control)) control.checked = value === ON;
  else if (control.value !== value) control.value = value;
}

function laidOut(control: Control, label: HTMLElement, others: HTMLElement[]): HTMLElement {
  if (isSwitch(control)) {
    const line = element("div", { class: "burdens-switch" }, control, label);
    return element("div", { class: "burdens-field burdens-field-switch" }, line, ...others);
  }
  const box = element("div", { class: "burdens-input" }, control);
  return element("div", { class: "burdens-field" }, label, ...others, box);
}

function show(part: HTMLElement, words: string): void {
  part.textContent = words;
  part.hidden = !words;
}

/** A labelled field: label, hint, message and input, tied together for assistive technology. */
function render({ model, el }: View<Field>): () => void {
  const control = controlFor(model);
  const label = element("label", { for: control.id });
  const mark = element("p", { id: `${control.id}-mark`, class: "burdens-mark" });
  const hint = element("p", { id: `${control.id}-hint`, class: "burdens-hint" });
  const error = element("p", { id: `${control.id}-error`, class: "burdens-error" });
  const summary = element("summary");
  const words = element("div", { class: "burdens-more" });
  const more = element("details", { class: "burdens-details" }, summary, words);
  const field = laidOut(control, label, [mark, hint, error]);
  el.append(field);

  const update = (): void => {
    const wrong = model.get("error");
    const unit = model.get("unit");
    const of = model.get("of");
    label.textContent = unit ? `${model.get("label")} (${unit})` : model.get("label");
    if (of) label.append(element("span", { class: "burdens-spoken" }, `, ${of}`));
    show(mark, model.get("mark"));
    show(hint, model.get("hint"));
    show(error, wrong);
    summary.textContent = model.get("more_label");
    if (words.innerHTML !== model.get("more")) words.innerHTML = model.get("more");
    if (!model.get("more")) more.remove();
    else if (!more.isConnected) hint.after(more);
    control.name = model.get("name");
    control.dataset["burdens"] = model.get("name");
    control.setAttribute("aria-invalid", String(Boolean(wrong)));
    const described = [mark, hint, error].filter((part) => !part.hidden).map((part) => part.id);
    if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
    field.classList.toggle("burdens-field-wrong", Boolean(wrong));
    el.style.display = model.get("shown") ? "" : "none";
    enter(control, model.get("value"));
  };
  const commit = (): void => {
    model.set("value", entry(control));
    model.save_changes();
  };
  control.addEventListener("change", commit);
  update();
  const traits = [
    "label", "of", "hint", "error", "unit", "mark", "more_label", "more", "value", "shown",
  ] as const;
  traits.forEach((name) => model.on(`change:${name}`, update));
  return () => traits.forEach((name) => model.off(`change:${name}`, update));
}

export default { render };
