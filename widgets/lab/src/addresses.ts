/** Addresses below the server's base URL, such as `burdens/workforce`. */

/** The address of a page. */
export function ofPage(name: string): string {
  return `burdens/${encodeURIComponent(name)}`;
}

/**
 * The path below the server's root of a file in the file browser. While people edit together,
 * JupyterLab shows the server's files in a drive of this name. Files of other drives are not on
 * the server: they keep the drive in their path, and the server finds none.
 */
function onServer(path: string): string {
  return path.replace(/^RTC:/, '');
}

/** The address of a page that opens a scenario file; `opens` names the file in its address. */
export function ofScenario({ name, opens }: { name: string; opens: string }, path: string): string {
  return `${ofPage(name)}?${encodeURIComponent(opens)}=${encodeURIComponent(onServer(path))}`;
}

/** The address at which Voila shows a notebook of the user's own. */
export function ofNotebook(path: string): string {
  return `voila/render/${onServer(path).split('/').map(encodeURIComponent).join('/')}`;
}

/** Shorten a full address to the part below the base URL; null where it leads to no page. */
export function within(base: string, href: string): string | null {
  const root = new URL(base);
  const url = new URL(href, root);
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
  const address = url.pathname.slice(root.pathname.length) + url.search;
  return /^(burdens|voila\/render)\/./.test(address) ? address : null;
}
