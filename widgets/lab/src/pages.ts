import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, showErrorMessage, WidgetTracker } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { ILauncher } from '@jupyterlab/launcher';
import { IMainMenu } from '@jupyterlab/mainmenu';
import type { Kernel } from '@jupyterlab/services';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import { ofPage, within } from './addresses';
import { full, openOutside } from './frame';
import { icon } from './icon';
import { addMenu } from './menu';
import { ISite, type Page, type Site, wordsOf } from './server';
import { type Beginning, PageTab } from './tab';

/** What launcher and palette call all of it. */
export const CATEGORY = 'SEND workforce and burdens';

export const OPEN_PAGE = 'burdens:open-page';
const EXPLAIN = 'burdens:explain';

/** Open pages by name, or at an address, in a tab; without tabs, in the browser. */
function addCommand(
  app: JupyterFrontEnd,
  site: Site,
  tabs: WidgetTracker<PageTab>,
  shell: ILabShell | null
): void {
  const { kernels } = app.serviceManager;
  app.commands.addCommand(OPEN_PAGE, {
    label: args => pageOf(site, args['page'])?.title ?? 'Open a page of burdens',
    caption: args => pageOf(site, args['page'])?.description ?? '',
    icon,
    execute: async args => {
      const beginning = beginningOf(site, args);
      if (beginning && shell) return show(shell, tabs, beginning, kernels);
      try {
        if (beginning) openOutside(beginning.address);
      } catch (error) {
        await showErrorMessage('The page was not opened', wordsOf(error));
      }
      return undefined;
    }
  });
}

/** What the arguments of the command ask for; null for an address that leads to no page. */
function beginningOf(site: Site, args: ReadonlyPartialJSONObject): Beginning | null {
  const page = pageOf(site, args['page']);
  const asked = page ? ofPage(page.name) : String(args['address'] ?? '');
  const address = within(PageConfig.getBaseUrl(), full(asked));
  if (!address) return null;
  const title = page?.title ?? String(args['title'] ?? 'Page');
  return { address, title, caption: page?.description ?? title, id: args['id'] as string | undefined };
}

/** Turn to the tab that shows the page, or open one; a tab of an earlier session is always new. */
async function show(
  shell: ILabShell,
  tabs: WidgetTracker<PageTab>,
  beginning: Beginning,
  kernels: Kernel.IManager
): Promise<PageTab> {
  const { address, id } = beginning;
  const shown = tabs.find(tab => !id && tab.address.split('?')[0] === address);
  const tab = shown ?? new PageTab(beginning, kernels);
  if (!shown) {
    shell.add(tab, 'main');
    await tabs.add(tab);
    tab.title.changed.connect(() => void tabs.save(tab));
  }
  shell.activateById(tab.id);
  return tab;
}

function pageOf(site: Site, name: unknown): Page | undefined {
  return site.pages.find(page => page.name === name);
}

/** Say why there are no pages. */
function addExplanation(app: JupyterFrontEnd, site: Site): void {
  app.commands.addCommand(EXPLAIN, {
    label: 'Why there are no pages',
    caption: site.fault,
    icon,
    execute: () => showErrorMessage('The pages of burdens are not there', site.fault)
  });
}

function activate(
  app: JupyterFrontEnd,
  site: Site,
  palette: ICommandPalette | null,
  launcher: ILauncher | null,
  menus: IMainMenu | null,
  restorer: ILayoutRestorer | null,
  shell: ILabShell | null
): void {
  const tabs = new WidgetTracker<PageTab>({ namespace: 'burdens' });
  addCommand(app, site, tabs, shell);
  if (site.fault) addExplanation(app, site);
  const items = site.fault
    ? [{ command: EXPLAIN, args: {} }]
    : site.pages.map(({ name }) => ({ command: OPEN_PAGE, args: { page: name } }));
  for (const [rank, item] of items.entries()) {
    palette?.addItem({ ...item, category: CATEGORY });
    launcher?.add({ ...item, category: CATEGORY, rank });
  }
  // Jupyter Notebook has no launcher.
  if (!launcher && menus) addMenu(app, menus, items);
  void restorer?.restore(tabs, {
    command: OPEN_PAGE,
    args: ({ address, title, id }) => ({ address, title: title.label, id }),
    name: ({ id }) => id
  });
}

export const pages: JupyterFrontEndPlugin<void> = {
  id: '@burdens/labextension:pages',
  description: 'Opens the burdens pages from the launcher, the palette and a menu.',
  autoStart: true,
  requires: [ISite],
  optional: [ICommandPalette, ILauncher, IMainMenu, ILayoutRestorer, ILabShell],
  activate
};
