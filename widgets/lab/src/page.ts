import { MainAreaWidget } from '@jupyterlab/apputils';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import { IFrame } from '@jupyterlab/ui-components';
import { icon } from './icon';

/** One page of burdens, as the launcher shows it. */
export interface Page {
  /** Its place under `burdens/` on the server. */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  /** The id of its tab. */
  readonly tab: string;
}

export const pages: readonly Page[] = [
  {
    name: 'workforce',
    title: 'Workforce plan',
    caption: 'How many people a SEND team needs, when, and what they cost',
    tab: 'burdens-workforce'
  }
];

/** Make a tab that shows the page; the page ends its kernel when the tab is closed. */
export function openPage(page: Page): MainAreaWidget<IFrame> {
  const content = new IFrame({
    // The page is ours and from the same server; its kernel connection needs the same origin.
    sandbox: ['allow-same-origin', 'allow-scripts', 'allow-downloads', 'allow-forms', 'allow-popups']
  });
  content.url = URLExt.join(PageConfig.getBaseUrl(), 'burdens', page.name);
  content.node.querySelector('iframe')?.setAttribute('title', page.title);

  const tab = new MainAreaWidget({ content });
  tab.id = page.tab;
  tab.title.label = page.title;
  tab.title.caption = page.caption;
  tab.title.icon = icon;
  tab.title.closable = true;
  return tab;
}
