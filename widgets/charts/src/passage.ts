import { element, type View } from "./model";

export interface Passage {
  html: string;
  live: "" | "status" | "alert";
  calls: number;
  faded: boolean;
}

/** Move to the field that a message speaks of. */
function follow(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-field]");
  if (!link) return;
  event.preventDefault();
  const name = CSS.escape(link.dataset["field"] ?? "");
  document.querySelector<HTMLElement>(`[data-burdens="${name}"]`)?.focus();
}

/** Written words; a live passage speaks when they change, and can call the focus to itself. */
function render({ model, el }: View<Passage>): () => void {
  const body = element("div", { class: "burdens-passage" });
  if (model.get("live")) body.setAttribute("role", model.get("live"));
  el.append(body);
  body.addEventListener("click", follow);
  const write = (): void => {
    body.innerHTML = model.get("html");
    body.classList.toggle("burdens-empty", !model.get("html"));
  };
  const fade = (): void => {
    body.classList.toggle("burdens-faded", model.get("faded"));
  };
  const call = (): void => {
    body.tabIndex = -1;
    body.focus();
    body.scrollIntoView({ block: "nearest" });
  };
  write();
  fade();
  model.on("change:html", write);
  model.on("change:faded", fade);
  model.on("change:calls", call);
  return () => {
    model.off("change:html", write);
    model.off("change:faded", fade);
    model.off("change:calls", call);
  };
}

export default { render };
