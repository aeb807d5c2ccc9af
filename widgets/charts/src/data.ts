/** One number of a chart, and how a series of them is drawn. */
export interface Row {
  panel: string;
  x: string;
  series: string;
  value: number | null;
  /** Where a bar that runs across the page begins. */
  start: number;
}

/** A time that is shaded, first and last day included. */
export interface Band {
  first: string;
  last: string;
  label: string;
}

export interface Series {
  id: string;
  label: string;
  /** `step`: a bar that begins where the one before it ended. */
  mark: "bar" | "step" | "area" | "line" | "dashed" | "tick" | "dot";
}

export interface Chart {
  title: string;
  summary: string;
  rows: Row[];
  series: Series[];
  x: "month" | "week" | "category";
  x_label: string;
  y_label: string;
  /** `weeks`: each number is a span of weeks, and is said from its start to its end. */
  format: "number" | "fte" | "percent" | "gbp" | "weeks";
  /** Whether bars run across the page, each below its name; for names that are long. */
  across: boolean;
  heading: number;
  bands: Band[];
}

/** The panels, in order of appearance. */
function panelsOf(rows: Row[]): string[] {
  return [...new Set(rows.map((row) => row.panel))];
}

/** The series that one panel shows, in the order of the chart. */
function seriesIn(rows: Row[], chart: Chart): Series[] {
  const present = new Set(rows.map((row) => row.series));
  return chart.series.filter((series) => present.has(series.id));
}

/** The chart cut down to each of its panels. */
export function panelCharts(chart: Chart): [string, Chart][] {
  return panelsOf(chart.rows).map((panel) => {
    const rows = chart.rows.filter((row) => row.panel === panel);
    return [panel, { ...chart, rows, series: seriesIn(rows, chart) }];
  });
}

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export function sayX(x: string, kind: Chart["x"]): string {
  if (kind === "category") return x;
  return (kind === "month" ? month : day).format(new Date(x));
}

/** Makes each way to write numbers once: a browser takes longer over that than over a number. */
const ways = new Map<string, Intl.NumberFormat>();

function write(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  const way = ways.get(key) ?? new Intl.NumberFormat("en-GB", options);
  ways.set(key, way);
  return way.format(value);
}

export function sayValue(value: number | null, format: Chart["format"]): string {
  if (value === null) return "not known";
  const small = value !== 0 && Math.abs(value) < 1;
  const digits = { number: 0, fte: small ? 2 : 1, percent: 0, gbp: 0, weeks: 0 }[format];
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  if (format === "percent") options.style = "percent";
  if (format === "gbp") Object.assign(options, { style: "currency", currency: "GBP" });
  return write(value, options);
}

/** Say the number of a row, or the span of weeks that it is; nothing where there is no row. */
export function sayRow(row: Row | undefined, format: Chart["format"]): string {
  if (!row) return "";
  if (format !== "weeks" || row.value === null) return sayValue(row.value, format);
  const [first, last] = [row.start, row.start + row.value];
  return `weeks ${sayValue(first, format)} to ${sayValue(last, format)}`;
}

/** Short form for an axis, such as £1.2m. */
export function sayTick(value: number, format: Chart["format"]): string {
  if (format === "percent") return sayValue(value, format);
  const short = write(Math.abs(value), {
    notation: "compact",
    ...(Math.abs(value) < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 }),
  });
  const sign = value < 0 ? "−" : "";
  return sign + (format === "gbp" ? "£" : "") + short.replace("K", "k").replace("M", "m");
}
