import * as Plot from "@observablehq/plot";
import { sayRow, sayTick, type Chart } from "./data";
import type { Plotted } from "./draw";
import { LINE, lines } from "./lines";
import { fillOf } from "./patterns";
import type { Spot } from "./spots";

interface Bar {
  name: string;
  from: number;
  to: number;
  said: string;
  fill: string;
}

const MARGIN = 24;
const LETTER = 8.2; // px, the usual width of a letter
const BAR = 26; // px
const ROOM = 16; // px between a bar and the next name

/** The bars in the order of the rows; a step begins where the steps before it ended. */
function barsOf(chart: Chart, prefix: string): Bar[] {
  let reached = 0;
  return chart.rows
    .filter((row) => row.value !== null)
    .map((row) => {
      const index = chart.series.findIndex((series) => series.id === row.series);
      const value = row.value as number;
      const from = chart.series[index]?.mark === "step" ? reached : row.start;
      if (chart.series[index]?.mark === "step") reached += value;
      const said = sayRow(row, chart.format);
      return { name: row.x, from, to: from + value, said, fill: fillOf(prefix, index) };
    });
}

/** Draw bars that run across, each below its name and number. */
export function drawAcross(chart: Chart, width: number, prefix: string): Plotted {
  const bars = barsOf(chart, prefix);
  const letters = Math.floor((width - MARGIN - 5) / LETTER);
  const named = bars.map((bar) =>
    lines(`${bar.name}: ${bar.said}`, letters),
  );
  const deepest = Math.max(1, ...named.map((name) => name.length));
  const step = deepest * LINE + BAR + ROOM;
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const keys = bars.map((_, index) => index);
  const bar = (index: number): Bar => bars[index] as Bar;
  const fill = { stroke: "#0b0c0c", strokeWidth: 0.5, insetTop: step - BAR };
  const svg = Plot.plot({
    width,
    height: step * bars.length + 40,
    marginLeft: 8,
    marginRight: MARGIN,
    marginTop: 4,
    marginBottom: 36,
    style: { fontSize: "16px", fontFamily: "inherit", background: "transparent", color: "#0b0c0c" },
    x: {
      label: null,
      grid: true,
      domain: [Math.min(0, ...ends), Math.max(0, ...ends)],
      nice: true,
      ticks: width < 420 ? 3 : 6,
      tickFormat: (value: number) => sayTick(value, chart.format),
    },
    y: { type: "band", domain: keys, padding: 0, axis: null },
    marks: [
      Plot.barX(keys, {
        ...fill,
        y: (index: number) => index,
        x1: (index: number) => bar(index).from,
        x2: (index: number) => bar(index).to,
        fill: (index: number) => bar(index).fill,
      }),
      Plot.ruleX([0], { stroke: "#0b0c0c" }),
      Plot.text(keys, {
        y: (index: number) => index,
        text: (index: number) => named[index]?.join("\n") ?? "",
        frameAnchor: "left",
        textAnchor: "start",
        lineAnchor: "bottom",
        lineHeight: LINE / 16,
        dx: 5,
        dy: step / 2 - BAR - 8,
        fill: "#0b0c0c",
        stroke: "#fff",
        strokeWidth: 4,
      }),
    ],
  });
  const [x, y] = [svg.scale("x"), svg.scale("y")];
  const spots = bars.map((one, index): Spot => ({
    x: one.name,
    left: x?.apply(one.to) ?? 0,
    top: (y?.apply(index) ?? 0) + step - BAR / 2,
    words: `${one.name}: ${one.said}`,
  }));
  return { svg: svg as unknown as SVGElement, tracks: [spots] };
}
