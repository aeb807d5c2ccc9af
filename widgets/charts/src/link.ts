import { addressOf, siteOf } from "./address";
import { element, freshId, type View } from "./model";

interface Link {
  page: string;
  onward: string;
  onward_title: string;
}

interface Made {
  for: "copy" | "go";
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

/** Two buttons: copy a link to this page, and go on to another page with the same entries. */
function render({ model, el }: View<Link>): () => void {
  const id = freshId("link");
  const copy = element("button", { type: "button", class: "burdens-button" }, "Copy a link to this page");
  const go = element("button", { type: "button", class: "burdens-button" }, model.get("onward_title"));
  const hint = element("p", { class: "burdens-hint" }, HINT);
  const box = element("input", { id, type: "text", readonly: "", class: "burdens-address" });
  const shown = element("div", { class: "burdens-field" }, element("label", { for: id }, "Link to this page"), box);
  const said = element("p", { role: "status", class: "burdens-said" });
  shown.hidden = true;
  box.addEventListener("focus", () => box.select());
  const buttons = element("div", { class: "burdens-download" }, copy, go);
  el.append(element("div", { class: "burdens-link" }, hint, buttons, shown, said));
  const site = (): string => siteOf(document, location);
  const receive = async (made: Made): Promise<void> => {
    if (made.for === "go") {
      delete document.body.dataset["burdensUnsaved"]; // the link takes the entries along
      const onward = addressOf(site(), model.get("onward"), made.query);
      if (document.body.classList.contains("burdens-page")) location.assign(onward);
      else window.open(onward, "_blank", "noopener");
      return;
    }
    box.value = addressOf(site(), model.get("page"), made.query);
    shown.hidden = false;
    said.textContent = (await copied(box.value)) ? COPIED : NOT_COPIED;
  };
  const ask = (what: Made["for"]): void => {
    said.textContent = "";
    shown.hidden = true;
    model.send(what);
  };
  copy.addEventListener("click", () => ask("copy"));
  go.addEventListener("click", () => ask("go"));
  model.on("msg:custom", receive as (...args: never[]) => void);
  return () => model.off("msg:custom", receive as (...args: never[]) => void);
}

export default { render };
