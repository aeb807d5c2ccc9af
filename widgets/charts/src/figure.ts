import { drawAcross } from "./across";
import { csv } from "./csv";
import { panelCharts, type Chart } from "./data";
import { draw } from "./draw";
import { element, freshId, save, type Model, type View } from "./model";
import { keyOf, patterns } from "./patterns";
import { picture, pixels, type Drawn } from "./picture";
import { Sight } from "./sight";
import { tables } from "./table";
import { Walk } from "./walk";

const UNDRAWN = "This picture could not be drawn. The numbers stand in the table below.";

const TRAITS = [
  "title", "summary", "rows", "series", "x", "x_label", "y_label", "format", "across", "heading",
  "bands",
] as const;

function read(model: Model<Chart>): Chart {
  return Object.fromEntries(TRAITS.map((name) => [name, model.get(name)])) as unknown as Chart;
}

function key(chart: Chart, prefix: string): HTMLElement {
  const items = keyOf(chart, prefix).map(({ sign, label }) => {
    const item = element("li");
    item.innerHTML = `<svg width="28" height="16">${sign}</svg>`;
    item.append(label);
    return item;
  });
  return element("ul", { class: "burdens-key" }, ...items);
}

/** A button that saves the figure in one form. */
function saver(words: string, act: () => unknown): HTMLButtonElement {
  const button = element("button", { type: "button", class: "burdens-button" }, words);
  button.addEventListener("click", () => void act());
  return button;
}

class Frame {
  readonly prefix = freshId("figure");
  readonly summary = element("p", { role: "status", class: "burdens-summary" });
  readonly title = element("div", { role: "heading", id: this.prefix, class: "burdens-title" });
  readonly inside = element("div", { "aria-hidden": "true" });
  readonly picture = element(
    "div",
    { class: "burdens-picture", role: "application", tabindex: "0" },
    this.inside,
  );
  readonly numbers = element("div");
  readonly details = element("details", { class: "burdens-details" });
  readonly savers = [
    saver("Download the picture (SVG)", () => this.saveDrawing()),
    saver("Download the picture (PNG)", () => this.savePixels()),
    saver("Download the numbers (CSV)", () => this.saveNumbers()),
  ];
  readonly walk = new Walk(this.picture);
  readonly sight: Sight;
  drawn: Drawn[] = [];
  width = 0;
  private measured = { count: 0, outer: 0, width: 0 };

  constructor(readonly model: Model<Chart>, el: HTMLElement) {
    const frame = element("figure", { class: "burdens-figure", "aria-labelledby": this.prefix });
    this.picture.setAttribute("aria-roledescription", "chart");
    this.details.append(element("summary", {}, "The numbers as a table"), this.numbers);
    const savers = element("p", { class: "burdens-savers" }, ...this.savers);
    frame.append(
      this.title, this.summary, this.picture, this.walk.reading, this.details, savers,
    );
    el.append(frame);
    this.sight = new Sight(this.picture, () => this.paint());
    this.details.addEventListener("toggle", () => this.tabulate());
  }

  update(): void {
    const chart = read(this.model);
    this.title.textContent = chart.title;
    this.title.setAttribute("aria-level", String(chart.heading));
    this.picture.setAttribute("aria-label", `${chart.title}: arrow keys move over the numbers`);
    for (const button of this.savers) {
      button.setAttribute("aria-label", `${button.textContent}: ${chart.title}`);
    }
    if (this.summary.textContent !== chart.summary) this.summary.textContent = chart.summary;
    this.sight.changed();
    this.tabulate();
  }

  private paint(): void {
    const chart = read(this.model);
    try {
      this.plot(chart);
    } catch (error) {
      console.error(error);
      this.drawn = [];
      this.inside.replaceChildren();
    }
    this.walk.take(this.drawn, this.drawn.length > 0 ? undefined : UNDRAWN);
  }

  private plot(chart: Chart): void {
    const defs = element("div", { class: "burdens-defs" });
    defs.innerHTML = `<svg width="0" height="0"><defs>${patterns(this.prefix, chart.series.length)}</defs></svg>`;
    const grid = element("div", { class: "burdens-panels" });
    this.inside.replaceChildren(defs, grid);
    const parts = panelCharts(chart);
    const alike = parts.every(([, part]) => part.series.length === chart.series.length);
    if (alike) grid.before(key(chart, this.prefix));
    grid.classList.toggle("burdens-panels-one", parts.length < 2);
    const panels = parts.map(([name, part]) => {
      const panel = element("div", { class: "burdens-panel" });
      if (name) panel.append(element("p", { class: "burdens-panel-name" }, name));
      if (!alike) panel.append(key(part, this.prefix));
      return panel;
    });
    grid.append(...panels);
    const width = this.widthOf(panels);
    this.drawn = parts.map(([name, part], index) => {
      const { svg, tracks } = (part.across ? drawAcross : draw)(part, width, this.prefix);
      panels[index]?.append(svg);
      return { name, part, svg, tracks };
    });
  }

  /** The width of a panel; to ask for it has the browser lay out the whole page. */
  private widthOf(panels: HTMLElement[]): number {
    const { count, outer } = this.measured;
    if (count !== panels.length || outer !== this.width) {
      const width = Math.max(240, Math.floor(panels[0]?.clientWidth || 560));
      this.measured = { count: panels.length, outer: this.width, width };
    }
    return this.measured.width;
  }

  tabulate(): void {
    if (this.details.open) this.numbers.replaceChildren(...tables(read(this.model)));
  }

  private name(ending: string): string {
    const words = this.model.get("title").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return `${words.slice(0, 60)}.${ending}`;
  }

  private svg(): string {
    this.sight.now();
    return picture(read(this.model), this.drawn, this.prefix);
  }

  saveDrawing(): void {
    save(this.svg(), this.name("svg"), "image/svg+xml");
  }

  async savePixels(): Promise<void> {
    const blob = await pixels(this.svg());
    if (blob) save(blob, this.name("png"), "image/png");
  }

  saveNumbers(): void {
    save(csv(read(this.model)), this.name("csv"), "text/csv");
  }
}

/** Draw the figure, again whenever its numbers or its width change. */
function render({ model, el }: View<Chart>): () => void {
  const frame = new Frame(model, el);
  let waiting = 0;
  const update = (): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => frame.update());
  };
  TRAITS.forEach((name) => model.on(`change:${name}`, update));
  const observer = new ResizeObserver(() => {
    if (Math.abs(el.clientWidth - frame.width) < 2) return;
    frame.width = el.clientWidth;
    frame.sight.changed();
  });
  frame.update();
  observer.observe(el);
  return () => {
    observer.disconnect();
    frame.sight.end();
    TRAITS.forEach((name) => model.off(`change:${name}`, update));
  };
}

export default { render };
