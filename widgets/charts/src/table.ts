import { panelCharts, sayRow, sayX, type Chart, type Row } from "./data";
import { element } from "./model";

function rowOf(x: string, cells: Map<string, Row>, chart: Chart): HTMLElement {
  const head = element("th", { scope: "row" }, sayX(x, chart.x));
  const said = chart.series.map((series) =>
    element("td", {}, sayRow(cells.get(series.id), chart.format)),
  );
  return element("tr", {}, head, ...said);
}

/** The rows by their place, then by their series. */
export function pivot(rows: Row[]): Map<string, Map<string, Row>> {
  const found = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const cells = found.get(row.x) ?? new Map<string, Row>();
    cells.set(row.series, row);
    found.set(row.x, cells);
  }
  return found;
}

/** The numbers of a chart as one table a panel. */
export function tables(chart: Chart): HTMLElement[] {
  return panelCharts(chart).map(([panel, part]) => {
    const words = element("span", { class: "burdens-caption" }, panel || chart.title);
    const caption = element("caption", {}, words);
    const names = [chart.x_label, ...part.series.map((series) => series.label)];
    const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)));
    const body = [...pivot(part.rows)].map(([x, cells]) => rowOf(x, cells, part));
    const table = element(
      "table",
      { class: "burdens-table" },
      caption,
      element("thead", {}, head),
      element("tbody", {}, ...body),
    );
    const name = `Table: ${panel || chart.title}`;
    const place = { class: "burdens-scroll", tabindex: "0", role: "group", "aria-label": name };
    return element("div", place, table);
  });
}
