/** What Jupyter and Voila write into a page: where the server's addresses begin. */
const CONFIGURATION = "jupyter-config-data";

/** Give where the pages stand on this server, such as `http://localhost:8866/burdens/`. */
export function siteOf(page: Document, here: { origin: string }): string {
  const text = page.getElementById(CONFIGURATION)?.textContent;
  const { baseUrl = "/" } = JSON.parse(text || "{}") as { baseUrl?: string };
  return new URL(`${baseUrl.replace(/\/*$/, "/")}burdens/`, here.origin).href;
}

/** Give the address of a page with a query. */
export function addressOf(site: string, page: string, query: string): string {
  const address = new URL(page, site);
  address.search = query;
  return address.href;
}
