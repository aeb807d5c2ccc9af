import type { View } from "./model";

interface Unsaved {
  unsaved: boolean;
}

/** A sign on the page's body for what asks before the page is left; it shows nothing itself. */
function render({ model, el }: View<Unsaved>): () => void {
  el.hidden = true;
  const mark = (): void => {
    if (model.get("unsaved")) document.body.dataset["burdensUnsaved"] = "yes";
    else delete document.body.dataset["burdensUnsaved"];
  };
  mark();
  model.on("change:unsaved", mark);
  return () => {
    model.off("change:unsaved", mark);
    delete document.body.dataset["burdensUnsaved"];
  };
}

export default { render };
