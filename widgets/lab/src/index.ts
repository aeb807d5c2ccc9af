import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import { ILauncher } from '@jupyterlab/launcher';
import type { IFrame } from '@jupyterlab/ui-components';
import { icon } from './icon';
import { openPage, type Page, pages } from './page';

const category = 'Burdens';

function commandFor(page: Page): string {
  return `burdens:open-${page.name}`;
}

/** Open each page from the launcher and the palette, in a tab that survives a reload. */
function activate(
  app: JupyterFrontEnd,
  palette: ICommandPalette | null,
  launcher: ILauncher | null,
  restorer: ILayoutRestorer | null
): void {
  const tabs = new WidgetTracker<MainAreaWidget<IFrame>>({ namespace: 'burdens' });

  for (const [rank, page] of pages.entries()) {
    const command = commandFor(page);
    app.commands.addCommand(command, {
      label: page.title,
      caption: page.caption,
      icon,
      execute: async () => {
        const tab = tabs.find(({ id }) => id === page.tab) ?? openPage(page);
        if (!tab.isAttached) {
          app.shell.add(tab, 'main');
          await tabs.add(tab);
        }
        app.shell.activateById(tab.id);
        return tab;
      }
    });
    palette?.addItem({ command, category });
    launcher?.add({ command, category, rank });
  }

  app.commands.addCommand('burdens:restore', {
    isVisible: () => false,
    execute: async ({ id }) => {
      const page = pages.find(({ tab }) => tab === id);
      return page && app.commands.execute(commandFor(page));
    }
  });
  void restorer?.restore(tabs, {
    command: 'burdens:restore',
    args: tab => ({ id: tab.id }),
    name: tab => tab.id
  });
}

const plugin: JupyterFrontEndPlugin<void> = {
  id: '@burdens/labextension:pages',
  description: 'Opens the burdens pages in JupyterLab.',
  autoStart: true,
  optional: [ICommandPalette, ILauncher, ILayoutRestorer],
  activate
};

export default plugin;
