/** The ending of scenario files. */
export const ENDING = '.burdens.yaml';

/** What a file name must not hold on any system. */
const FORBIDDEN = /[\\/:*?"<>|]+/g;

/** Name a scenario file after its authority, with a number where the name is taken. */
export function freeName(authority: string, taken: readonly string[]): string {
  const name = authority.replace(FORBIDDEN, '-');
  // Some systems do not tell capitals from small letters.
  const there = new Set(taken.map(other => other.toLowerCase()));
  let free = name + ENDING;
  for (let number = 2; there.has(free.toLowerCase()); number += 1) free = `${name} ${number}${ENDING}`;
  return free;
}

/** The name of a notebook's file without folder and ending; null for another file. */
export function notebookName(path: string): string | null {
  return /([^/]+)\.ipynb$/.exec(path)?.[1] ?? null;
}

/** Join a folder and a name, as the file browser writes paths. */
export function inFolder(folder: string, name: string): string {
  return folder === '' || folder.endsWith(':') ? folder + name : `${folder}/${name}`;
}
