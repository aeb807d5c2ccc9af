import { type View } from "./model";
import passage, { type Passage } from "./passage";

interface Call {
  focus: string;
}

/** Written words with buttons among them: a press is told to Python, which can send the focus back. */
function render(view: View<Passage>): () => void {
  const end = passage.render(view);
  const { model, el } = view;
  const body = el.querySelector<HTMLElement>(".burdens-passage")!;
  body.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-press]");
    if (button) model.send(button.dataset["press"]);
  });
  const focus = (call: Call): void => {
    const button = body.querySelector<HTMLElement>(`[data-press="${CSS.escape(call.focus)}"]`);
    const to = button ?? body;
    if (to === body) body.tabIndex = -1;
    to.focus();
    to.closest(".burdens-value")?.scrollIntoView({ block: "nearest" });
  };
  model.on("msg:custom", focus as (...args: never[]) => void);
  return () => {
    model.off("msg:custom", focus as (...args: never[]) => void);
    end();
  };
}

export default { render };
