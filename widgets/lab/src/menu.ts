import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IMainMenu } from '@jupyterlab/mainmenu';
import { MenuSvg } from '@jupyterlab/ui-components';
import type { Menu } from '@lumino/widgets';
import { NEW } from './new_scenario';

/** Give the pages, and the way to a new scenario, a menu of their own. */
export function addMenu(
  { commands }: JupyterFrontEnd,
  menus: IMainMenu,
  items: readonly Menu.IItemOptions[]
): void {
  const menu = new MenuSvg({ commands });
  menu.title.label = 'Burdens';
  for (const item of items) menu.addItem(item);
  menu.addItem({ type: 'separator' });
  menu.addItem({ command: NEW });
  menus.addMenu(menu);
}
