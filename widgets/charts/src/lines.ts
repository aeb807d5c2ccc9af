/** The height of a line [px]. */
export const LINE = 20;

/** Cut a word that is too long for a line into parts, the cut marked by a hyphen. */
function cut(word: string, letters: number): string[] {
  if (word.length <= letters) return [word];
  const most = Math.max(1, letters - 1);
  return [`${word.slice(0, most)}-`, ...cut(word.slice(most), letters)];
}

/** Break a name into lines of the width at hand. */
export function lines(name: string, letters: number): string[] {
  const found: string[] = [];
  for (const word of name.split(" ").flatMap((one) => cut(one, Math.max(4, letters)))) {
    const longer = `${found.at(-1) ?? ""} ${word}`.trim();
    if (found.length > 0 && longer.length <= letters) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}
