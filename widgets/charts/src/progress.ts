import { element, freshId, type View } from "./model";

interface Progress {
  label: string;
  running: boolean;
  stopping: boolean;
  doing: string;
  share: number | null;
}

const SECOND = 1000;

/** Time as people say it, such as "1 minute 5 seconds". */
export function spoken(seconds: number): string {
  const count = (number: number, unit: string): string =>
    `${number} ${unit}${number === 1 ? "" : "s"}`;
  const minutes = Math.floor(seconds / 60);
  const rest = count(seconds % 60, "second");
  return minutes > 0 ? `${count(minutes, "minute")} ${rest}` : rest;
}

/** What the bar says of itself: what is done, and how much of it where that is known. */
export function valueText(doing: string, share: number | null): string {
  return share === null ? doing : `${doing}, ${Math.round(100 * share)}% done`;
}

/** The bar, the phrase above it and the time; no live region, so that it never interrupts. */
class Bar {
  readonly doing = element("p", { class: "burdens-doing", id: freshId("doing") });
  private readonly filled = element("div", { class: "burdens-bar-filled" });
  readonly bar = element(
    "div",
    { class: "burdens-bar", role: "progressbar", "aria-valuemin": "0", "aria-valuemax": "100" },
    this.filled,
  );
  readonly time = element("p", { class: "burdens-time" });

  show(label: string, doing: string, share: number | null): void {
    this.doing.textContent = share === null ? doing : `${doing} (${Math.round(100 * share)}%)`;
    this.bar.setAttribute("aria-label", `${label}: progress`);
    this.bar.setAttribute("aria-valuetext", valueText(doing, share));
    this.bar.classList.toggle("burdens-bar-unknown", share === null);
    if (share === null) this.bar.removeAttribute("aria-valuenow");
    else this.bar.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    this.filled.style.width = share === null ? "" : `${100 * share}%`;
  }
}

/** A button for long work; while it goes on, how far it is, and a button to cancel it. */
function render({ model, el }: View<Progress>): () => void {
  const button = element("button", { type: "button", class: "burdens-go" });
  const cancel = element("button", { type: "button", class: "burdens-button" }, "Cancel");
  const bar = new Bar();
  const shown = element("div", { class: "burdens-progress" }, bar.doing, bar.bar, bar.time, cancel);
  el.append(element("div", { class: "burdens-work" }, button, shown));
  let began = 0;
  let ticking: number | undefined;

  const tick = (): void => {
    bar.time.textContent = `${spoken(Math.floor((Date.now() - began) / SECOND))} so far`;
  };
  const count = (on: boolean): void => {
    window.clearInterval(ticking);
    ticking = undefined;
    if (!on) return;
    began = Date.now();
    tick();
    ticking = window.setInterval(tick, SECOND);
  };
  const update = (): void => {
    const running = model.get("running");
    button.textContent = model.get("label");
    button.setAttribute("aria-disabled", String(running));
    cancel.setAttribute("aria-disabled", String(model.get("stopping")));
    bar.show(model.get("label"), model.get("doing"), model.get("share"));
    if (running !== (ticking !== undefined)) count(running);
    if (!running && shown.contains(document.activeElement)) button.focus();
    shown.hidden = !running;
  };
  button.addEventListener("click", () => {
    if (!model.get("running")) model.send("press");
  });
  cancel.addEventListener("click", () => {
    if (!model.get("stopping")) model.send("cancel");
  });
  update();
  const traits = ["label", "running", "stopping", "doing", "share"] as const;
  traits.forEach((name) => model.on(`change:${name}`, update));
  return () => {
    count(false);
    traits.forEach((name) => model.off(`change:${name}`, update));
  };
}

export default { render };
