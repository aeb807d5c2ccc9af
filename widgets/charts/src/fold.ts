import { element, type View } from "./model";

interface Fold {
  label: string;
  heading: number;
  opened: boolean;
}

/** A heading that is a button: it says whether what stands below it is shown. */
function render({ model, el }: View<Fold>): () => void {
  const button = element("button", { type: "button", class: "burdens-fold" });
  const level = String(model.get("heading"));
  el.append(element("div", { role: "heading", "aria-level": level }, button));
  const update = (): void => {
    button.textContent = model.get("label");
    button.setAttribute("aria-expanded", String(model.get("opened")));
  };
  button.addEventListener("click", () => {
    model.set("opened", !model.get("opened"));
    model.save_changes();
  });
  update();
  model.on("change:label", update);
  model.on("change:opened", update);
  return () => {
    model.off("change:label", update);
    model.off("change:opened", update);
  };
}

export default { render };
