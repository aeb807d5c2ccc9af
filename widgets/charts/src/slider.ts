import { Entry, show, type Field } from "./entry";
import { element, type Model, type View } from "./model";
import { moved, nearest, numberIn, stopsOf, type Ticks } from "./stops";

interface Slider extends Field {
  badge: string;
  grade: string;
  ticks: Ticks;
  /** What the three ticks are called; low, central and high where it says nothing else. */
  names: string[];
  note: string;
  confirm: string;
  reset: string;
}

const PLACES = ["low", "central", "high"] as const;
const NUMBER = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 6 });
const PERCENT = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });

/** A number as people read it; a percentage is never known to more than three digits. */
export function written(number: number, unit: string): string {
  return unit.startsWith("%") ? `${PERCENT.format(number)}%` : NUMBER.format(number);
}

/** What the slider says of where it stands, such as "5 hours a case, the central value". */
export function valueText(
  number: number, unit: string, ticks: Ticks, names: readonly string[] = PLACES,
): string {
  const tick = ticks.indexOf(number);
  const name = names[tick];
  const named = name === undefined ? "" : name === PLACES[tick] ? `, the ${name} value` : `, ${name}`;
  const outside = number < ticks[0] || number > ticks[2] ? ", outside the range" : "";
  const of = unit.replace(/^%/, "").trim();
  return `${written(number, unit)}${of ? ` ${of}` : ""}${named}${outside}`;
}

/** The slider with its ticks, tied to the number box both ways. */
class Range {
  readonly input = element("input", { type: "range", class: "burdens-range", step: "any" });
  private readonly labels = element("ul", { class: "burdens-ticks", "aria-hidden": "true" });
  readonly part = element("div", { class: "burdens-slider" }, this.input, this.labels);
  private stops: number[] = [];
  private at = 0;

  constructor(private readonly model: Model<Slider>, private readonly entry: Entry) {
    this.input.addEventListener("input", () => this.move(nearest(this.stops, Number(this.input.value))));
    this.input.addEventListener("change", entry.commit);
    this.input.addEventListener("keydown", (event) => this.key(event));
    entry.control.addEventListener("input", () => this.stand());
  }

  update(): void {
    const ticks = this.model.get("ticks");
    this.stops = stopsOf(ticks);
    this.part.hidden = this.stops.length < 2;
    this.input.min = String(ticks[0]);
    this.input.max = String(ticks[2]);
    this.label(ticks);
    this.stand();
  }

  /** Stand where the number box says, and at the central value where it says nothing. */
  private stand(): void {
    const ticks = this.model.get("ticks");
    this.at = numberIn(this.entry.control.value) ?? ticks[1];
    this.input.value = String(this.at);
    this.input.setAttribute("aria-label", `${this.entry.called}, slider`);
    const spoken = valueText(this.at, this.model.get("unit"), ticks, this.model.get("names"));
    this.input.setAttribute("aria-valuetext", spoken);
  }

  private move(to: number): void {
    this.entry.control.value = String(to);
    this.stand();
  }

  private key(event: KeyboardEvent): void {
    const to = moved(this.stops, this.at, event.key);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (to === this.at) return;
    this.move(to);
    this.entry.commit();
  }

  private label(ticks: Ticks): void {
    const [low, , high] = ticks;
    const names = this.model.get("names");
    const marks = ticks.map((tick, index) => {
      const place = high > low ? (tick - low) / (high - low) : 0;
      const words = `${names[index]} ${written(tick, this.model.get("unit"))}`;
      const name = `burdens-tick burdens-tick-${PLACES[index]}`;
      const mark = element("li", { class: name }, element("span", {}, words));
      mark.style.setProperty("--at", String(place));
      return mark;
    });
    this.labels.replaceChildren(...marks);
  }
}

/** A number with a range: how sure it is, a slider and a box for it, and ways to confirm or undo. */
function render({ model, el }: View<Slider>): () => void {
  const entry = new Entry(model as unknown as Model<Field>, el);
  const range = new Range(model, entry);
  const badge = element("span", { class: "burdens-grade" });
  const line = element("div", { class: "burdens-badges" }, badge, entry.mark);
  const note = element("p", { id: `${entry.control.id}-note`, class: "burdens-hint" });
  const buttons = ["confirm", "reset"] as const;
  const [confirm, reset] = buttons.map((name) => {
    const button = element("button", { type: "button", class: "burdens-button" });
    button.addEventListener("click", () => {
      model.send(name);
      entry.control.focus();
    });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement];
  const row = element("div", { class: "burdens-undo" }, confirm, reset);
  entry.field.classList.add("burdens-assumption");
  entry.hint.before(line);
  entry.box.before(range.part);
  entry.box.after(note, row);
  entry.describing.push(badge, note);
  badge.id = `${entry.control.id}-badge`;

  const name = (button: HTMLButtonElement, words: string): void => {
    show(button, words);
    if (words) button.append(element("span", { class: "burdens-spoken" }, `: ${entry.called}`));
  };
  const update = (): void => {
    show(badge, model.get("badge"));
    badge.dataset["grade"] = model.get("grade");
    show(note, model.get("note"));
    name(confirm, model.get("confirm"));
    name(reset, model.get("reset"));
    entry.update();
    range.update();
  };
  update();
  const traits = [
    "badge", "grade", "ticks", "names", "note", "confirm", "reset", "value", "label", "of", "unit", "error", "mark",
  ] as const;
  traits.forEach((trait) => model.on(`change:${trait}`, update));
  return () => {
    entry.end();
    traits.forEach((trait) => model.off(`change:${trait}`, update));
  };
}

export default { render };
