import * as Plot from "@observablehq/plot";
import { sayTick, type Chart, type Series } from "./data";
import { LINE, lines } from "./lines";
import { fillOf, isFilled, SHADE, strokeOf } from "./patterns";
import { tracksOf, type Spot } from "./spots";

/** A panel drawn, and where its numbers stand in it, a track a series. */
export interface Plotted {
  svg: SVGElement;
  tracks: Spot[][];
}

interface Point {
  x: Date | string;
  value: number;
  series: string;
}

const LEFT = 60; // px, for the numbers of the axis
const RIGHT = 20;
const WIDE = 9.5; // px, the width of a letter in a short word that has wide ones

const ORDER: Series["mark"][] = ["area", "bar", "line", "dashed", "tick", "dot"];

function pointsOf(chart: Chart): Point[] {
  return chart.rows
    .filter((row) => row.value !== null)
    .map((row) => ({
      x: chart.x === "category" ? row.x : new Date(row.x),
      value: row.value as number,
      series: row.series,
    }));
}

function stack(points: Point[], chart: Chart, prefix: string): Plot.Markish {
  const ids = chart.series.map((series) => series.id);
  const options = {
    x: "x",
    y: "value",
    fill: (point: Point) => fillOf(prefix, ids.indexOf(point.series)),
    stroke: "#0b0c0c",
    strokeWidth: 0.5,
    order: (point: Point) => ids.indexOf(point.series),
  };
  return chart.x === "category"
    ? Plot.barY(points, options)
    : Plot.rectY(points, { ...options, interval: chart.x, insetLeft: 0, insetRight: 0 });
}

/** A number of a month holds until the month ends. */
function held(points: Point[]): Point[] {
  const last = points.at(-1);
  if (!(last?.x instanceof Date)) return points;
  const end = new Date(Date.UTC(last.x.getUTCFullYear(), last.x.getUTCMonth() + 1, 1));
  return [...points, { ...last, x: end }];
}

function single(points: Point[], series: Series, fill: string, step: boolean): Plot.Markish[] {
  const place = { x: "x", y: "value" };
  const stroke = strokeOf(series);
  if (series.mark === "tick") return [Plot.tickY(points, { ...place, stroke, strokeWidth: 4 })];
  if (series.mark === "dot") {
    return [Plot.dot(points, { ...place, r: 7, fill: "#fff", stroke, strokeWidth: 3 })];
  }
  const along = step ? { ...place, curve: "step-after" as const } : place;
  const all = step ? held(points) : points;
  if (series.mark === "area") return [Plot.areaY(all, { ...along, fill })];
  const dash = series.mark === "dashed" ? { strokeDasharray: "6 4" } : {};
  // The white under every line keeps it apart from bars; it is drawn before any line is.
  return [
    Plot.lineY(all, { ...along, stroke: "#fff", strokeWidth: 6 }),
    Plot.lineY(all, { ...along, stroke, strokeWidth: 3, ...dash }),
  ];
}

const DAY = 24 * 3600 * 1000; // ms

/** The shaded times, cut to the times that the numbers speak of. */
function shaded(chart: Chart): Plot.Markish[] {
  if (chart.bands.length === 0 || chart.x === "category") return [];
  const days = chart.rows.map((row) => Date.parse(row.x));
  const end = new Date(Math.max(...days));
  if (chart.x === "month") end.setUTCMonth(end.getUTCMonth() + 1);
  const [from, to] = [Math.min(...days), end.getTime()];
  const seen = chart.bands
    .map((band) => ({
      x1: new Date(Math.max(from, Date.parse(band.first))),
      x2: new Date(Math.min(to, Date.parse(band.last) + DAY)),
    }))
    .filter((band) => band.x1 < band.x2);
  return [Plot.rectX(seen, { x1: "x1", x2: "x2", ...SHADE, strokeWidth: 1 })];
}

/** The names below the bars, each in lines that its bar has room for. */
function namesBelow(chart: Chart, width: number): Map<string, string[]> {
  const names = new Set(chart.x === "category" ? chart.rows.map((row) => row.x) : []);
  const letters = Math.floor((width - LEFT - RIGHT) / names.size / WIDE);
  return new Map([...names].map((name) => [name, lines(name, letters)]));
}

/** Draw one panel; the picture is hidden from assistive technology, the table speaks for it. */
export function draw(chart: Chart, width: number, prefix: string): Plotted {
  const points = pointsOf(chart);
  const bars = new Set(chart.series.filter((s) => s.mark === "bar").map((s) => s.id));
  const numbered = chart.series.map((series, index) => ({ series, index }));
  const marks = numbered
    .filter(({ series }) => series.mark !== "bar")
    .sort((a, b) => ORDER.indexOf(a.series.mark) - ORDER.indexOf(b.series.mark))
    .map(({ series, index }) => ({
      filled: isFilled(series),
      marks: single(
        points.filter((point) => point.series === series.id),
        series,
        fillOf(prefix, index),
        chart.x === "month",
      ),
    }));
  const lines = marks.filter((one) => !one.filled);
  const stacked = points.filter((point) => bars.has(point.series));
  const narrow = width < 420;
  const names = namesBelow(chart, width);
  const below = LINE * (Math.max(1, ...[...names.values()].map((name) => name.length)) - 1);
  const svg = Plot.plot({
    width,
    height: (narrow ? 220 : 260) + below,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginBottom: 34 + below,
    marginTop: 28,
    style: { fontSize: "16px", fontFamily: "inherit", background: "transparent", color: "#0b0c0c" },
    x:
      chart.x === "category"
        ? {
            type: "band",
            label: null,
            domain: [...names.keys()],
            padding: 0.35,
            tickFormat: (name: string) => names.get(name)?.join("\n") ?? name,
          }
        : { type: "utc", label: null, ticks: narrow ? 3 : 5 },
    y: {
      label: chart.y_label,
      labelArrow: "none",
      grid: true,
      zero: true,
      nice: chart.format !== "percent",
      ticks: 5,
      tickFormat: (value: number) => sayTick(value, chart.format),
      ...(chart.format === "percent" ? { domain: [0, 1] } : {}),
    },
    marks: [
      ...shaded(chart),
      ...marks.filter((one) => one.filled).flatMap((one) => one.marks),
      ...(stacked.length > 0 ? [stack(stacked, chart, prefix)] : []),
      Plot.ruleY([0], { stroke: "#0b0c0c" }),
      ...lines.flatMap((one) => one.marks.slice(0, -1)),
      ...lines.flatMap((one) => one.marks.slice(-1)),
    ],
  });
  const [x, y] = [svg.scale("x"), svg.scale("y")];
  return { svg: svg as unknown as SVGElement, tracks: x && y ? tracksOf(chart, x, y) : [] };
}
