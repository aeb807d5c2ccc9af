import {
  ILabShell,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, showErrorMessage } from '@jupyterlab/apputils';
import { DocumentWidget } from '@jupyterlab/docregistry';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import type { Contents } from '@jupyterlab/services';
import { launchIcon } from '@jupyterlab/ui-components';
import { ofNotebook, ofPage } from './addresses';
import { openOutside } from './frame';
import { icon } from './icon';
import { notebookName } from './names';
import { CATEGORY, OPEN_PAGE } from './pages';
import { ISite, type Page, type Site, wordsOf } from './server';

const OPEN = 'burdens:open-notebook';
const OPEN_OUTSIDE = 'burdens:open-notebook-in-browser';

interface Cell {
  readonly source: string | readonly string[];
}

/** Find the page that a notebook is: the same name, and the same cells. */
function pageOf(site: Site, notebook: Contents.IModel): Page | undefined {
  const cells = (notebook.content as { cells: readonly Cell[] }).cells.map(({ source }) =>
    typeof source === 'string' ? source : source.join('')
  );
  return site.pages.find(
    page =>
      page.name === notebookName(notebook.path) &&
      page.cells.length === cells.length &&
      page.cells.every((source, place) => source === cells[place])
  );
}

/** A notebook as a web page: one of ours in our frame, another one as Voila shows it. */
async function webPageOf(app: JupyterFrontEnd, site: Site, path: string) {
  const page = pageOf(site, await app.serviceManager.contents.get(path));
  if (page) return { page: page.name, address: ofPage(page.name) };
  if (!site.voila) throw new Error(site.fault || 'This server does not run Voila.');
  return { title: notebookName(path) ?? path, address: ofNotebook(path) };
}

type WebPage = Awaited<ReturnType<typeof webPageOf>>;

/** The notebook in the current tab, or the one chosen in the file browser. */
class Chosen {
  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly browser: IDefaultFileBrowser | null
  ) {}

  path(where: unknown): string | null {
    const path = where === 'file-browser' ? this.selected() : this.open()?.context.path;
    return path && notebookName(path) ? path : null;
  }

  /** Keep what was typed, so that the page shows it. */
  async save(where: unknown): Promise<void> {
    const open = this.open();
    if (where !== 'file-browser' && open?.context.model.dirty) await open.context.save();
  }

  private open(): DocumentWidget | null {
    const current = this.app.shell.currentWidget;
    return current instanceof DocumentWidget ? current : null;
  }

  private selected(): string | null {
    const item = this.browser?.selectedItems().next();
    return item && !item.done ? item.value.path : null;
  }
}

function activate(
  app: JupyterFrontEnd,
  site: Site,
  palette: ICommandPalette | null,
  browser: IDefaultFileBrowser | null,
  shell: ILabShell | null
): void {
  const chosen = new Chosen(app, browser);

  async function open(where: unknown, show: (page: WebPage) => unknown) {
    const path = chosen.path(where);
    if (!path) return;
    try {
      await chosen.save(where);
      await show(await webPageOf(app, site, path));
    } catch (error) {
      await showErrorMessage('The notebook cannot be opened as a web page', wordsOf(error));
    }
  }

  app.commands.addCommand(OPEN, {
    label: 'Open as web page',
    caption: 'Show this notebook as its readers see it',
    icon,
    isEnabled: ({ where }) => chosen.path(where) !== null,
    execute: ({ where }) => open(where, page => app.commands.execute(OPEN_PAGE, page))
  });
  app.commands.addCommand(OPEN_OUTSIDE, {
    label: 'Open as web page in a new browser tab',
    caption: 'Show this notebook as its readers see it, outside JupyterLab',
    icon: launchIcon,
    isEnabled: ({ where }) => chosen.path(where) !== null,
    // Without tabs of its own, as in Jupyter Notebook, the other command does it.
    isVisible: () => shell !== null,
    execute: ({ where }) => open(where, ({ address }) => openOutside(address))
  });
  for (const command of [OPEN, OPEN_OUTSIDE]) palette?.addItem({ command, category: CATEGORY });
}

export const notebooks: JupyterFrontEndPlugin<void> = {
  id: '@burdens/labextension:notebooks',
  description: 'Opens a notebook as a web page.',
  autoStart: true,
  requires: [ISite],
  optional: [ICommandPalette, IDefaultFileBrowser, ILabShell],
  activate
};
