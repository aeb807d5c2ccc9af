import type { Chart, Series } from "./data";

const INK = "#0b0c0c";

/** The palette of the Government Analysis Function, dark enough on white. */
const COLOURS = ["#12436d", "#f46a25", "#28a197", "#801650", "#3d3d3d", "#a285d1", "#1d70b8"];

/** What lies over each colour, so that colour is never the only sign. */
const OVERLAYS = [
  "",
  '<path d="M0 8 8 0M-2 2 2-2M6 10 10 6" stroke="#fff" stroke-width="2"/>',
  '<circle cx="4" cy="4" r="1.8" fill="#fff"/>',
  '<path d="M0 4H8" stroke="#fff" stroke-width="2"/>',
  '<path d="M4 0V8" stroke="#fff" stroke-width="2"/>',
  '<path d="M0 0 8 8M-2 6 2 10M6-2 10 2" stroke="#fff" stroke-width="2"/>',
  '<path d="M0 4H8M4 0V8" stroke="#fff" stroke-width="1.5"/>',
];

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? INK;
}

/** Lines lie over bars, so they are darker than any of them; the dash tells them apart. */
export function strokeOf(series: Series): string {
  return series.mark === "dashed" || series.mark === "dot" ? "#801650" : INK;
}

export function fillOf(prefix: string, index: number): string {
  return `url(#${prefix}-${index})`;
}

export function isFilled(series: Series): boolean {
  return series.mark === "bar" || series.mark === "step" || series.mark === "area";
}

/** One SVG pattern a series. */
export function patterns(prefix: string, count: number): string {
  const one = (_: unknown, index: number): string =>
    `<pattern id="${prefix}-${index}" width="8" height="8" patternUnits="userSpaceOnUse">` +
    `<rect width="8" height="8" fill="${colourOf(index)}"/>` +
    `${OVERLAYS[index % OVERLAYS.length]}</pattern>`;
  return Array.from({ length: count }, one).join("");
}

/** How a shaded time is drawn. */
export const SHADE = { fill: "#e4e7e9", stroke: "#6b7276" };

/** The sign of a shaded time, for the key. */
function shadeSign(): string {
  return `<rect x="0.5" y="0.5" width="27" height="15" fill="${SHADE.fill}" stroke="${SHADE.stroke}"/>`;
}

/** The signs of a chart and what they stand for. */
export function keyOf(chart: Chart, prefix: string): { sign: string; label: string }[] {
  const bands = [...new Set(chart.bands.map((band) => band.label))];
  return [
    ...chart.series.map((series, index) => ({
      sign: sign(prefix, series, index),
      label: series.label,
    })),
    ...bands.map((label) => ({ sign: shadeSign(), label })),
  ];
}

/** The sign of a series, 28 by 16, for the key. */
function sign(prefix: string, series: Series, index: number): string {
  if (isFilled(series)) {
    return `<rect width="28" height="16" fill="${fillOf(prefix, index)}" stroke="#0b0c0c"/>`;
  }
  if (series.mark === "dot") {
    return `<circle cx="14" cy="8" r="6" fill="#fff" stroke="${strokeOf(series)}" stroke-width="3"/>`;
  }
  const dash = series.mark === "dashed" ? ' stroke-dasharray="6 4"' : "";
  const width = series.mark === "tick" ? 4 : 3;
  return `<path d="M0 8H28" stroke="${strokeOf(series)}" stroke-width="${width}"${dash}/>`;
}
