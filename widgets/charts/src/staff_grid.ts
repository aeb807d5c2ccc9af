import { element, freshId, type Model, type View } from "./model";

interface StaffGrid {
  hint: string;
  more_label: string;
  more: string;
  columns: [string, string, string][];
  rows: [string, string, boolean][];
  labels: Record<string, string>;
  texts: Record<string, string>;
  errors: Record<string, string>;
  used: Record<string, string>;
  said: string;
}

/** Where a key leads from a cell, as rows and columns to go; null where it stays in the text. */
export function step(
  key: string, shift: boolean, atStart: boolean, atEnd: boolean,
): [number, number] | null {
  if (key === "Enter") return [shift ? -1 : 1, 0];
  if (shift) return null;
  if (key === "ArrowDown") return [1, 0];
  if (key === "ArrowUp") return [-1, 0];
  if (key === "ArrowRight" && atEnd) return [0, 1];
  if (key === "ArrowLeft" && atStart) return [0, -1];
  return null;
}

/** Whether a text from the clipboard is more than one cell. */
export function isSeveral(text: string): boolean {
  return /\t|\n/.test(text.trimEnd());
}

/** One role: its boxes, and below them what is wrong with them or was used in their place. */
class Row {
  readonly inputs: HTMLInputElement[];
  readonly parts: HTMLElement[];
  private readonly words = new Map<string, HTMLElement>();

  constructor(private readonly model: Model<StaffGrid>, row: [string, string, boolean]) {
    const [role, title, always] = row;
    const columns = model.get("columns");
    this.inputs = columns.map(([key]) => this.input(`staff.${role}.${key}`));
    const head = element("th", { scope: "row", role: "rowheader" }, title);
    if (!always) head.append(element("span", { class: "burdens-optional" }, "left out while empty"));
    const cells = this.inputs.map((input, index) => {
      const [, heading, unit] = columns[index] ?? ["", "", ""];
      const shown = element("span", { class: "burdens-cell-name", "aria-hidden": "true" }, `${heading} (${unit})`);
      return element("td", { role: "cell" }, shown, input);
    });
    const told = element("td", { role: "cell", colspan: String(columns.length + 1) });
    told.append(...this.words.values());
    this.parts = [
      element("tr", { role: "row" }, head, ...cells),
      element("tr", { role: "row", class: "burdens-told" }, told),
    ];
  }

  update(): void {
    for (const input of this.inputs) {
      const { name } = input;
      const [text, wrong] = [this.model.get("texts")[name] ?? "", this.model.get("errors")[name] ?? ""];
      const words = wrong || (text ? "" : (this.model.get("used")[name] ?? ""));
      if (input.value !== text) input.value = text;
      input.setAttribute("aria-invalid", String(Boolean(wrong)));
      const told = this.words.get(name);
      if (!told) continue;
      told.textContent = words;
      told.hidden = !words;
      told.className = wrong ? "burdens-error" : "burdens-hint";
      if (words) input.setAttribute("aria-describedby", told.id);
      else input.removeAttribute("aria-describedby");
    }
    const below = this.parts[1];
    if (below) below.hidden = [...this.words.values()].every((told) => told.hidden);
  }

  private input(name: string): HTMLInputElement {
    const label = this.model.get("labels")[name] ?? name;
    const input = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", name, "aria-label": label });
    input.dataset["burdens"] = name;
    this.words.set(name, element("p", { id: freshId("told") }));
    input.addEventListener("change", () => {
      const { [name]: _, ...others } = this.model.get("texts");
      this.model.set("texts", input.value.trim() ? { ...others, [name]: input.value } : others);
      this.model.save_changes();
    });
    input.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isSeveral(text)) return;
      event.preventDefault();
      this.model.send({ paste: text, at: name });
    });
    return input;
  }
}

/** Let the keys of a spreadsheet move between the boxes; Tab goes on as everywhere. */
function listen(table: HTMLElement, rows: Row[]): void {
  table.addEventListener("keydown", (event) => {
    const input = event.target as HTMLInputElement;
    const row = rows.findIndex((one) => one.inputs.includes(input));
    if (row < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const column = rows[row]?.inputs.indexOf(input) ?? 0;
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    const all = start === 0 && end === input.value.length;
    const by = step(
      event.key, event.shiftKey, all || end === 0, all || start === input.value.length,
    );
    const next = by && rows[row + by[0]]?.inputs[column + by[1]];
    if (by && event.key !== "ArrowLeft" && event.key !== "ArrowRight") event.preventDefault();
    if (!next) {
      if (event.key === "Enter") input.dispatchEvent(new Event("change"));
      return;
    }
    event.preventDefault();
    next.focus();
    next.select();
  });
}

function heads(model: Model<StaffGrid>): HTMLElement {
  const row = element("tr", { role: "row" }, element("th", { scope: "col", role: "columnheader" }, "Role"));
  for (const [, heading, unit] of model.get("columns")) {
    const words = element("span", { class: "burdens-unit" }, unit);
    row.append(element("th", { scope: "col", role: "columnheader" }, heading, " ", words));
  }
  return element("thead", { role: "rowgroup" }, row);
}

/** The table of staff: a row a role, a column a thing to say of it. */
function render({ model, el }: View<StaffGrid>): () => void {
  const rows = model.get("rows").map((row) => new Row(model, row));
  const body = element("tbody", { role: "rowgroup" }, ...rows.flatMap((row) => row.parts));
  const caption = element("caption", { class: "burdens-spoken" }, "Staff by role");
  const table = element("table", { class: "burdens-staff-table", role: "table" }, caption, heads(model), body);
  const hint = element("p", { class: "burdens-hint" });
  const said = element("p", { class: "burdens-said", role: "status" });
  const summary = element("summary");
  const words = element("div", { class: "burdens-more" });
  const more = element("details", { class: "burdens-details" }, summary, words);
  el.append(element("div", { class: "burdens-field burdens-staff" }, hint, table, said, more));
  listen(table, rows);
  const update = (): void => {
    hint.textContent = model.get("hint");
    said.textContent = model.get("said");
    summary.textContent = model.get("more_label");
    if (words.innerHTML !== model.get("more")) words.innerHTML = model.get("more");
    rows.forEach((row) => row.update());
  };
  update();
  const traits = ["hint", "said", "more_label", "more", "texts", "errors", "used"] as const;
  traits.forEach((name) => model.on(`change:${name}`, update));
  return () => traits.forEach((name) => model.off(`change:${name}`, update));
}

export default { render };
