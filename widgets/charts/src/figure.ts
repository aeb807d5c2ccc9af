import { panelCharts, type Chart } from "./data";
import { drawAcross } from "./across";
import { draw } from "./draw";
import { element, freshId, save, type Model, type View } from "./model";
import { patterns, sign } from "./patterns";
import { picture, type Drawn } from "./picture";
import { tables } from "./table";

const TRAITS = [
  "title", "summary", "rows", "series", "x", "x_label", "y_label", "format", "across", "heading",
] as const;

function read(model: Model<Chart>): Chart {
  return Object.fromEntries(TRAITS.map((name) => [name, model.get(name)])) as unknown as Chart;
}

function key(chart: Chart, prefix: string): HTMLElement {
  const items = chart.series.map((series, index) => {
    const item = element("li");
    item.innerHTML = `<svg width="28" height="16">${sign(prefix, series, index)}</svg>`;
    item.append(series.label);
    return item;
  });
  return element("ul", { class: "burdens-key" }, ...items);
}

class Frame {
  readonly prefix = freshId("figure");
  readonly summary = element("p", { role: "status", class: "burdens-summary" });
  readonly title = element("div", { role: "heading", id: this.prefix, class: "burdens-title" });
  readonly picture = element("div", { "aria-hidden": "true", class: "burdens-picture" });
  readonly numbers = element("div");
  readonly details = element("details", { class: "burdens-details" });
  readonly button = element("button", { type: "button", class: "burdens-button" });
  drawn: Drawn[] = [];
  width = 0;

  constructor(readonly model: Model<Chart>, el: HTMLElement) {
    const frame = element("figure", { class: "burdens-figure", "aria-labelledby": this.prefix });
    this.details.append(element("summary", {}, "The numbers as a table"), this.numbers);
    this.button.append("Download the picture (SVG)");
    frame.append(this.title, this.summary, this.picture, this.details, this.button);
    el.append(frame);
    this.details.addEventListener("toggle", () => this.tabulate());
    this.button.addEventListener("click", () => this.download());
  }

  update(): void {
    const chart = read(this.model);
    this.title.textContent = chart.title;
    this.title.setAttribute("aria-level", String(chart.heading));
    this.button.setAttribute("aria-label", `Download the picture (SVG): ${chart.title}`);
    if (this.summary.textContent !== chart.summary) this.summary.textContent = chart.summary;
    this.paint();
    this.tabulate();
  }

  paint(): void {
    const chart = read(this.model);
    const defs = element("div", { class: "burdens-defs" });
    defs.innerHTML = `<svg width="0" height="0"><defs>${patterns(this.prefix, chart.series.length)}</defs></svg>`;
    const grid = element("div", { class: "burdens-panels" });
    this.picture.replaceChildren(defs, grid);
    const parts = panelCharts(chart);
    const alike = parts.every(([, part]) => part.series.length === chart.series.length);
    if (alike) grid.before(key(chart, this.prefix));
    grid.classList.toggle("burdens-panels-one", parts.length < 2);
    this.drawn = parts.map(([name, part]) => {
      const panel = element("div", { class: "burdens-panel" });
      if (name) panel.append(element("p", { class: "burdens-panel-name" }, name));
      if (!alike) panel.append(key(part, this.prefix));
      grid.append(panel);
      const width = Math.max(240, Math.floor(panel.clientWidth || 560));
      const svg = (part.across ? drawAcross : draw)(part, width, this.prefix) as SVGElement;
      panel.append(svg);
      return { name, part, svg };
    });
  }

  tabulate(): void {
    if (this.details.open) this.numbers.replaceChildren(...tables(read(this.model)));
  }

  download(): void {
    const chart = read(this.model);
    const name = chart.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60);
    save(picture(chart, this.drawn, this.prefix), `${name}.svg`, "image/svg+xml");
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
    frame.paint();
  });
  frame.update();
  observer.observe(el);
  return () => {
    observer.disconnect();
    TRAITS.forEach((name) => model.off(`change:${name}`, update));
  };
}

export default { render };
