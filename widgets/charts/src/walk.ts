import { element } from "./model";
import type { Drawn } from "./picture";
import { nearest, step, type Place, type Track } from "./spots";

const SVG = "http://www.w3.org/2000/svg";
const HINT = "To read single numbers, point at the picture, or move to it and use the arrow keys.";

/** Drawn over the number that is read; not part of a saved picture. */
export const HERE = "burdens-here";

function ring(left: number, top: number): SVGElement {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", HERE);
  group.setAttribute("transform", `translate(${left} ${top})`);
  group.innerHTML =
    '<circle r="11" fill="none" stroke="#fd0" stroke-width="5"/>' +
    '<circle r="8" fill="none" stroke="#0b0c0c" stroke-width="3"/>';
  return group;
}

/** Lets a reader move over the numbers of a picture, by keyboard or by pointing. */
export class Walk {
  readonly reading = element("p", { class: "burdens-reading", "aria-live": "polite" }, HINT);
  private tracks: Track[] = [];
  private drawn: Drawn[] = [];
  private place: Place = { track: 0, index: 0 };

  constructor(private readonly picture: HTMLElement) {
    picture.addEventListener("keydown", (event) => this.pressed(event));
    picture.addEventListener("focus", () => this.read(this.place));
    picture.addEventListener("blur", () => this.unmark());
    picture.addEventListener("pointermove", (event) => this.pointed(event));
  }

  /** Take up the panels as drawn anew, and words for them; a reader among them stays there. */
  take(drawn: Drawn[], words: string = HINT): void {
    this.drawn = drawn;
    this.tracks = drawn.flatMap(({ name, tracks }, panel) =>
      tracks.filter((spots) => spots.length > 0).map((spots) => ({ panel, name, spots })),
    );
    if (!this.tracks[this.place.track]?.spots[this.place.index]) {
      this.place = { track: 0, index: 0 };
    }
    if (document.activeElement === this.picture) this.read(this.place);
    else this.say(words);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") this.unmark();
    const place = step(this.tracks, this.place, event.key);
    if (!place) return;
    event.preventDefault();
    this.read(place);
  }

  private pointed(event: PointerEvent): void {
    const panel = this.drawn.findIndex(({ svg }) => svg.contains(event.target as Node));
    const box = this.drawn[panel]?.svg.getBoundingClientRect();
    if (!box) return;
    const [left, top] = [event.clientX - box.left, event.clientY - box.top];
    const place = nearest(this.tracks, panel, left, top);
    if (place) this.read(place);
  }

  private read(place: Place): void {
    const track = this.tracks[place.track];
    const spot = track?.spots[place.index];
    if (!track || !spot) return;
    this.place = place;
    this.unmark();
    this.drawn[track.panel]?.svg.append(ring(spot.left, spot.top));
    this.say(track.name ? `${track.name}: ${spot.words}` : spot.words);
  }

  private say(words: string): void {
    if (this.reading.textContent !== words) this.reading.textContent = words;
  }

  private unmark(): void {
    this.picture.querySelectorAll(`.${HERE}`).forEach((mark) => mark.remove());
  }
}
