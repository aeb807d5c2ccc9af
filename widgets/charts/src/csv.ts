import { panelCharts, sayRow, type Chart, type Row } from "./data";
import { pivot } from "./table";

/** A cell; words that a spreadsheet would take for a formula are kept as words. */
function cell(words: string): string {
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\n\r]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

function number(row: Row | undefined, chart: Chart): string {
  if (chart.format === "weeks") return row ? cell(sayRow(row, chart.format)) : "";
  return row?.value === null || row?.value === undefined ? "" : String(row.value);
}

/** The numbers of a chart as they are, unrounded: a line a place, a column a series. */
export function csv(chart: Chart): string {
  const named = chart.rows.some((row) => row.panel);
  const unit = chart.y_label ? ` [${chart.y_label}]` : "";
  const heads = [
    ...(named ? ["Part"] : []),
    chart.x_label,
    ...chart.series.map((series) => series.label + unit),
  ];
  const lines = panelCharts(chart).flatMap(([panel, part]) =>
    [...pivot(part.rows)].map(([x, cells]) => [
      ...(named ? [cell(panel)] : []),
      cell(x),
      ...chart.series.map((series) => number(cells.get(series.id), chart)),
    ]),
  );
  const all = [heads.map(cell), ...lines].map((line) => line.join(","));
  return `\ufeff${all.join("\r\n")}\r\n`; // the mark tells Excel that it is UTF-8
}
