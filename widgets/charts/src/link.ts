import { addressOf, siteOf } from "./address";
import { element, freshId, type View } from "./model";

interface Link {
  page: string;
  onward: [string, string][];
}

interface Made {
  for: string;
  query: string;
}

const COPIED = "The link is copied. It opens this page with what you have entered.";
const NOT_COPIED =
  "Your browser does not let this page copy. The link is in the box: select it and copy it.";
const HINT =
  "The link holds your entries. It starts from the figures published when it is opened, and " +
  "whoever has it sees what you typed. To keep everything as it is today, download the scenario.";

/** Put a text on the clipboard; false where the browser refuses. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Buttons: copy a link to this page, and go on to other pages with the same entries. */
function render({ model, el }: View<Link>): () => void {
  const id = freshId("link");
  const copy = element("button", { type: "button", class: "burdens-button" }, "Copy a link to this page");
  const onward = model.get("onward").map(([page, words]) => {
    const go = element("button", { type: "button", class: "burdens-button" }, words);
    go.addEventListener("click", () => ask(page));
    return go;
  });
  const hint = element("p", { class: "burdens-hint" }, HINT);
  const box = element("input", { id, type: "text", readonly: "", class: "burdens-address" });
  const shown = element("div", { class: "burdens-field" }, element("label", { for: id }, "Link to this page"), box);
  const said = element("p", { role: "status", class: "burdens-said" });
  shown.hidden = true;
  box.addEventListener("focus", () => box.select());
  const buttons = element("div", { class: "burdens-download" }, copy, ...onward);
  el.append(element("div", { class: "burdens-link" }, hint, buttons, shown, said));
  const site = (): string => siteOf(document, location);
  const receive = async (made: Made): Promise<void> => {
    if (made.for !== model.get("page")) {
      delete document.body.dataset["burdensUnsaved"]; // the link takes the entries along
      const there = addressOf(site(), made.for, made.query);
      if (document.body.classList.contains("burdens-page")) location.assign(there);
      else window.open(there, "_blank", "noopener");
      return;
    }
    box.value = addressOf(site(), model.get("page"), made.query);
    shown.hidden = false;
    said.textContent = (await copied(box.value)) ? COPIED : NOT_COPIED;
  };
  const ask = (page: string): void => {
    said.textContent = "";
    shown.hidden = true;
    model.send(page);
  };
  copy.addEventListener("click", () => ask(model.get("page")));
  model.on("msg:custom", receive as (...args: never[]) => void);
  return () => model.off("msg:custom", receive as (...args: never[]) => void);
}

export default { render };
