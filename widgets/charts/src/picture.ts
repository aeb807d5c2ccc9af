import type { Chart } from "./data";
import { keyOf, patterns } from "./patterns";
import type { Spot } from "./spots";
import { HERE } from "./walk";

const GAP = 28;
const FINE = 2; // pixels of a saved picture for each on the page

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
  tracks: Spot[][];
}

function copyOf(svg: SVGElement, top: number): string {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.querySelectorAll(`.${HERE}`).forEach((mark) => mark.remove());
  copy.setAttribute("y", String(top));
  copy.setAttribute("font-size", "16");
  return new XMLSerializer().serializeToString(copy);
}

/** The drawn panels, each with its name and key, as one SVG file. */
export function picture(chart: Chart, panels: Drawn[], prefix: string): string {
  const parts: string[] = [text(chart.title, 8, 24, 18, true)];
  let y = 24 + GAP;
  let width = Math.max(640, chart.title.length * 10);
  for (const { name, part, svg } of panels) {
    if (name) parts.push(text(name, 8, y, 16, true));
    width = Math.max(width, Number(svg.getAttribute("width")));
    parts.push(copyOf(svg, y + 8));
    y += Number(svg.getAttribute("height")) + GAP + 12;
    for (const { sign, label } of keyOf(part, prefix)) {
      parts.push(`<g transform="translate(8 ${y - 12})">${sign}</g>`);
      parts.push(text(label, 46, y, 14));
      y += 24;
    }
    y += GAP;
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" ` +
    `height="${y}" font-family="Arial, sans-serif" fill="#0b0c0c">` +
    `<defs>${patterns(prefix, chart.series.length)}</defs>` +
    `<rect width="100%" height="100%" fill="#fff"/>${parts.join("")}</svg>`
  );
}

/** The same picture in pixels, fine enough for print. */
export async function pixels(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = FINE * image.naturalWidth;
  canvas.height = FINE * image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
