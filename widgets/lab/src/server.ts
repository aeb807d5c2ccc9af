import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import { Token } from '@lumino/coreutils';

/** One page of burdens, as its notebook describes it. */
export interface Page {
  /** Its place under `burdens/` on the server. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What names a scenario file in its address; empty for a page that opens none. */
  readonly opens: string;
  /** The sources of its notebook's cells. */
  readonly cells: readonly string[];
}

/** What the server offers. */
export interface Site {
  readonly pages: readonly Page[];
  /** Whether Voila shows other notebooks as web pages. */
  readonly voila: boolean;
  /** Why there are no pages; empty where there are. */
  readonly fault: string;
}

export const ISite = new Token<Site>('@burdens/labextension:ISite', 'The pages the server offers.');

/** A local authority that a scenario can be made for. */
export interface Authority {
  readonly code: string;
  readonly name: string;
}

/** A new scenario: the authority's name and the text of the file. */
export interface NewScenario {
  readonly name: string;
  readonly text: string;
}

const MISSING =
  'This server does not run burdens. Install burdens where the server runs, or switch it on with ' +
  '“jupyter server extension enable burdens.server.extension”; then start the server again.';
const LOGGED_OUT = 'You are not logged in any more. Load this browser page again and log in.';
const NO_ANSWER =
  'The server does not answer. See that you are connected and that it still runs, then try again.';

/** Ask the burdens of the server; an error carries words for the user. */
export async function ask<T>(
  settings: ServerConnection.ISettings,
  place: string,
  query: Record<string, string> = {}
): Promise<T> {
  const address = URLExt.join(settings.baseUrl, 'burdens/api', place);
  const url = address + URLExt.objectToQueryString(query);
  const reply = await ServerConnection.makeRequest(url, {}, settings);
  if (!reply.ok) throw new Error(await refusal(reply));
  // What stands before a server may send its login page instead of an answer.
  return reply.json().catch(() => Promise.reject(new Error(LOGGED_OUT))) as Promise<T>;
}

async function refusal(reply: Response): Promise<string> {
  if (reply.status === 401 || reply.status === 403) return LOGGED_OUT;
  const words = await reply.json().then(
    (said: { message?: string }) => said.message,
    () => undefined
  );
  if (words) return words;
  return reply.status === 404 ? MISSING : `The server answered ${reply.status} ${reply.statusText}.`;
}

/** Ask what there is; a server that cannot say gives no pages and the reason. */
export async function siteOf(settings: ServerConnection.ISettings): Promise<Site> {
  try {
    return { ...(await ask<Omit<Site, 'fault'>>(settings, 'pages')), fault: '' };
  } catch (error) {
    return { pages: [], voila: false, fault: wordsOf(error) };
  }
}

/** What an error says to the user. */
export function wordsOf(error: unknown): string {
  if (error instanceof ServerConnection.NetworkError) return NO_ANSWER;
  return error instanceof Error ? error.message : String(error);
}
