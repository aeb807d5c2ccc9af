const LATER = 200; // ms, after which what is in sight has been drawn

/**
 * Draws a picture at once where it is in sight, and else a little later, so that what a reader looks
 * at never waits for what nobody sees. Before it is read, saved or printed it is drawn.
 */
export class Sight {
  private seen = false;
  private waiting: number | null = null;
  private readonly observer = new IntersectionObserver((entries) => {
    this.seen = entries.at(-1)?.isIntersecting ?? false;
    if (this.seen) this.now();
  });
  private readonly asked = (): void => this.now();

  constructor(
    picture: HTMLElement,
    private readonly draw: () => void,
  ) {
    this.observer.observe(picture);
    picture.addEventListener("focus", this.asked, { capture: true });
    window.addEventListener("beforeprint", this.asked);
  }

  /** Take note that what is drawn is old. */
  changed(): void {
    this.forget();
    this.waiting = window.setTimeout(this.asked, LATER);
    if (this.seen) this.now();
  }

  /** Draw what waits to be drawn. */
  now(): void {
    if (this.forget()) this.draw();
  }

  end(): void {
    this.forget();
    this.observer.disconnect();
    window.removeEventListener("beforeprint", this.asked);
  }

  /** Let nothing wait any longer; whether anything did. */
  private forget(): boolean {
    const waited = this.waiting !== null;
    window.clearTimeout(this.waiting ?? undefined);
    this.waiting = null;
    return waited;
  }
}
