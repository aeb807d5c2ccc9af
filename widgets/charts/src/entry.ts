import { element, freshId, type Model } from "./model";

/** The traits of a labelled input; see burdens/pages/field.py. */
export interface Field {
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

export type Control = HTMLInputElement | HTMLSelectElement;

const ON = "on";
const TRAITS = [
  "label", "of", "hint", "error", "unit", "mark", "more_label", "more", "value", "shown",
] as const;

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
function entered(control: Control): string {
  if (isSwitch(control)) return control.checked ? ON : "";
  return control.value;
}

function enter(control: Control, value: string): void {
  if (isSwitch(control)) control.checked = value === ON;
  else if (control.value !== value) control.value = value;
}

/** Write words into a part of the page, and take it away where there are none. */
export function show(part: HTMLElement, words: string): void {
  part.textContent = words;
  part.hidden = !words;
}

/** A labelled input: label, hint, message and input, tied together for assistive technology. */
export class Entry {
  readonly control: Control;
  readonly mark: HTMLElement;
  readonly hint: HTMLElement;
  readonly error: HTMLElement;
  readonly box: HTMLElement;
  readonly field: HTMLElement;
  /** Parts beside hint and message that describe the input. */
  readonly describing: HTMLElement[] = [];
  private readonly label: HTMLLabelElement;
  private readonly summary = element("summary");
  private readonly words = element("div", { class: "burdens-more" });
  private readonly more = element("details", { class: "burdens-details" }, this.summary, this.words);

  constructor(private readonly model: Model<Field>, private readonly el: HTMLElement) {
    this.control = controlFor(model);
    const { id } = this.control;
    this.label = element("label", { for: id });
    this.mark = element("p", { id: `${id}-mark`, class: "burdens-mark" });
    this.hint = element("p", { id: `${id}-hint`, class: "burdens-hint" });
    this.error = element("p", { id: `${id}-error`, class: "burdens-error" });
    this.box = element("div", { class: "burdens-input" });
    this.field = this.laidOut();
    el.append(this.field);
    this.control.addEventListener("change", this.commit);
    TRAITS.forEach((name) => model.on(`change:${name}`, this.update));
  }

  /** What the input is called, with what the place on the page shows. */
  get called(): string {
    const of = this.model.get("of");
    return of ? `${this.model.get("label")}, ${of}` : this.model.get("label");
  }

  readonly update = (): void => {
    const { model, control } = this;
    const wrong = Boolean(model.get("error"));
    this.write();
    control.name = model.get("name");
    control.dataset["burdens"] = model.get("name");
    control.setAttribute("aria-invalid", String(wrong));
    const parts = [this.mark, this.hint, this.error, ...this.describing];
    const described = parts.filter((part) => !part.hidden).map((part) => part.id);
    if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
    this.field.classList.toggle("burdens-field-wrong", wrong);
    this.el.style.display = model.get("shown") ? "" : "none";
    enter(control, model.get("value"));
  };

  /** Take over what was entered. */
  readonly commit = (): void => {
    this.model.set("value", entered(this.control));
    this.model.save_changes();
  };

  end(): void {
    TRAITS.forEach((name) => this.model.off(`change:${name}`, this.update));
  }

  private write(): void {
    const { model, label } = this;
    const [unit, of] = [model.get("unit"), model.get("of")];
    label.textContent = unit ? `${model.get("label")} (${unit})` : model.get("label");
    if (of) label.append(element("span", { class: "burdens-spoken" }, `, ${of}`));
    show(this.mark, model.get("mark"));
    show(this.hint, model.get("hint"));
    show(this.error, model.get("error"));
    this.summary.textContent = model.get("more_label");
    if (this.words.innerHTML !== model.get("more")) this.words.innerHTML = model.get("more");
    if (!model.get("more")) this.more.remove();
    else if (!this.more.isConnected) this.hint.after(this.more);
  }

  private laidOut(): HTMLElement {
    const { control, label, mark, hint, error, box } = this;
    if (isSwitch(control)) {
      const line = element("div", { class: "burdens-switch" }, control, label);
      const parts = [line, mark, hint, error];
      return element("div", { class: "burdens-field burdens-field-switch" }, ...parts);
    }
    box.append(control);
    return element("div", { class: "burdens-field" }, label, mark, hint, error, box);
  }
}
