const NEAR = "50%"; // of the window, beyond its edges
const MOST = 1000; // ms that a picture out of sight may wait for a quiet moment
const SOON = 50; // ms

/** Do something once there is nothing else to do; Safari cannot say when that is. */
function later(act: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, SOON);
    return () => clearTimeout(timer);
  }
  const number = requestIdleCallback(act, { timeout: MOST });
  return () => cancelIdleCallback(number);
}

/**
 * Draws a picture at once where it is in sight, and else when nothing else is to do, so that what a
 * reader looks at never waits for what nobody sees. Before it is read, saved or printed it is drawn.
 */
export class Sight {
  private near = false;
  private forget: (() => void) | null = null;
  private readonly observer = new IntersectionObserver(
    (entries) => {
      this.near = entries.at(-1)?.isIntersecting ?? false;
      if (this.near) this.now();
    },
    { rootMargin: NEAR },
  );
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
    this.forget?.();
    this.forget = later(this.asked);
    if (this.near) this.now();
  }

  /** Draw what waits to be drawn. */
  now(): void {
    if (!this.forget) return;
    this.forget();
    this.forget = null;
    this.draw();
  }

  end(): void {
    this.forget?.();
    this.observer.disconnect();
    window.removeEventListener("beforeprint", this.asked);
  }
}
