import type { Chart, Row, Series } from "../src/data";

/** A row of the one panel of a chart, unless another is named. */
export function row(x: string, series: string, value: number | null, more: Partial<Row> = {}): Row {
  return { panel: "", x, series, value, start: 0, ...more };
}

/** Two months of staff: four numbers, one of them not known. */
export function staff(changes: Partial<Chart> = {}): Chart {
  const series: Series[] = [
    { id: "needed", label: "Needed, at most", mark: "line" },
    { id: "in_post", label: "In post", mark: "dashed" },
  ];
  return {
    title: "2.5 more caseworkers are needed",
    summary: "Caseworkers: 10 in post, 12.5 needed.",
    rows: [
      row("2027-04-01", "needed", 12.5),
      row("2027-05-01", "needed", 12.25),
      row("2027-04-01", "in_post", 10),
      row("2027-05-01", "in_post", null),
    ],
    series,
    x: "month",
    x_label: "Month",
    y_label: "Full-time equivalents",
    format: "fte",
    across: false,
    heading: 3,
    bands: [],
    ...changes,
  };
}
