import { Entry, type Field } from "./entry";
import type { View } from "./model";

function render({ model, el }: View<Field>): () => void {
  const entry = new Entry(model, el);
  entry.update();
  return () => entry.end();
}

export default { render };
