import type { Chart } from "./data";
import { patterns, sign } from "./patterns";

const GAP = 28;

function text(words: string, x: number, y: number, size: number, bold = false): string {
  const safe = words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const weight = bold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}"${weight}>${safe}</text>`;
}

/** One panel as it stands on the page. */
export interface Drawn {
  name: string;
  part: Chart;
  svg: SVGElement;
}

/** The drawn panels, each with its name and key, as one SVG file. */
export function picture(chart: Chart, panels: Drawn[], prefix: string): string {
  const parts: string[] = [text(chart.title, 8, 24, 18, true)];
  let y = 24 + GAP;
  let width = Math.max(640, chart.title.length * 10);
  for (const { name, part, svg } of panels) {
    const copy = svg.cloneNode(true) as SVGElement;
    if (name) parts.push(text(name, 8, y, 16, true));
    copy.setAttribute("y", String(y + 8));
    copy.setAttribute("font-size", "14");
    width = Math.max(width, Number(svg.getAttribute("width")));
    parts.push(new XMLSerializer().serializeToString(copy));
    y += Number(svg.getAttribute("height")) + GAP + 12;
    part.series.forEach((series, index) => {
      parts.push(`<g transform="translate(8 ${y - 12})">${sign(prefix, series, index)}</g>`);
      parts.push(text(series.label, 46, y, 14));
      y += 24;
    });
    y += GAP;
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" ` +
    `height="${y}" font-family="Arial, sans-serif" fill="#0b0c0c">` +
    `<defs>${patterns(prefix, chart.series.length)}</defs>` +
    `<rect width="100%" height="100%" fill="#fff"/>${parts.join("")}</svg>`
  );
}
