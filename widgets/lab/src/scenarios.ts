import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils';
import type { DocumentRegistry, DocumentWidget } from '@jupyterlab/docregistry';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ILauncher } from '@jupyterlab/launcher';
import type { IFrame } from '@jupyterlab/ui-components';
import { addNewScenario, NEW } from './new_scenario';
import { CATEGORY } from './pages';
import { PlannerFactory, SCENARIO } from './planner';
import { ISite, type Page, type Site } from './server';

/** Let a page open scenario files, in tabs that survive a reload. */
function addPlanner(
  app: JupyterFrontEnd,
  page: Page,
  isDefault: boolean,
  restorer: ILayoutRestorer | null
): void {
  const factory = new PlannerFactory(page, isDefault, app.commands);
  const tabs = new WidgetTracker<DocumentWidget<IFrame>>({ namespace: factory.name });
  factory.widgetCreated.connect((_, planner) => {
    planner.context.pathChanged.connect(() => void tabs.save(planner));
    void tabs.add(planner);
  });
  // JupyterLab's own class is a little wider than its interface.
  app.docRegistry.addWidgetFactory(factory as DocumentRegistry.WidgetFactory);
  void restorer?.restore(tabs, {
    command: 'docmanager:open',
    args: ({ context }) => ({ path: context.path, factory: factory.name }),
    name: ({ context }) => context.path
  });
}

function activate(
  app: JupyterFrontEnd,
  site: Site,
  palette: ICommandPalette | null,
  launcher: ILauncher | null,
  restorer: ILayoutRestorer | null,
  browser: IDefaultFileBrowser | null
): void {
  app.docRegistry.addFileType(SCENARIO);
  const planners = site.pages.filter(({ opens }) => opens);
  for (const page of planners) addPlanner(app, page, page === planners[0], restorer);

  addNewScenario(app, () => browser?.model.path ?? '');
  palette?.addItem({ command: NEW, category: CATEGORY });
  launcher?.add({ command: NEW, category: CATEGORY, rank: site.pages.length });
}

export const scenarios: JupyterFrontEndPlugin<void> = {
  id: '@burdens/labextension:scenarios',
  description: 'Opens scenario files in the pages, and makes new ones.',
  autoStart: true,
  requires: [ISite],
  optional: [ICommandPalette, ILauncher, ILayoutRestorer, IDefaultFileBrowser],
  activate
};
