import { Dialog, showDialog } from '@jupyterlab/apputils';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import { IFrame } from '@jupyterlab/ui-components';
import { MessageLoop } from '@lumino/messaging';
import type { Widget } from '@lumino/widgets';
import { within } from './addresses';

const HELD_BACK =
  'Your browser did not let a new tab open. Allow pop-ups for this address, then try again.';

/** A full address from one below the base URL. */
export function full(address: string): string {
  return URLExt.join(PageConfig.getBaseUrl(), address);
}

/** Open a page in a tab of the browser, where the browser lets us. */
export function openOutside(address: string): void {
  // A browser forgets the click after a while, and then takes the tab for an advertisement.
  if (!window.open(full(address), '_blank')) throw new Error(HELD_BACK);
}

/** Frame a page. A tab that is not looked at yet does not start its kernel. */
export function frameOf(address: string, title: string): IFrame {
  const frame = new IFrame({
    loading: 'lazy',
    // The page is from the same server; its kernel connection needs the same origin.
    sandbox: [
      'allow-same-origin',
      'allow-scripts',
      'allow-downloads',
      'allow-forms',
      'allow-modals',
      'allow-popups'
    ]
  });
  frame.url = full(address);
  element(frame).title = title;
  return frame;
}

/** The element that shows the page. */
export function element(frame: IFrame): HTMLIFrameElement {
  return frame.node.querySelector('iframe') as HTMLIFrameElement;
}

function documentIn(frame: IFrame): Document | null {
  return element(frame).contentDocument;
}

/** The address shown, which moves on when a link is followed; null while it is not known. */
export function addressIn(frame: IFrame): string | null {
  const href = documentIn(frame)?.location.href ?? 'about:blank';
  return within(PageConfig.getBaseUrl(), href);
}

/** The title of the page shown, without the name of the site; empty while there is none. */
export function titleIn(frame: IFrame): string {
  return addressIn(frame) ? (documentIn(frame)?.title.split(' – ')[0] ?? '') : '';
}

/** The kernel of the page shown. */
export function kernelIn(frame: IFrame): string | null {
  const config = documentIn(frame)?.getElementById('jupyter-config-data')?.textContent;
  return config ? ((JSON.parse(config) as { kernelId?: string }).kernelId ?? null) : null;
}

/** Whether the page holds entries that closing it would lose. */
function hasUnsaved(frame: IFrame): boolean {
  return documentIn(frame)?.body?.dataset['burdensUnsaved'] === 'yes';
}

/** Ask whether entries may be lost; true where there are none. */
export async function mayLose(frame: IFrame, label: string): Promise<boolean> {
  if (!hasUnsaved(frame)) return true;
  const { button } = await showDialog({
    title: 'Lose what you entered?',
    body: `“${label}” holds entries that were not downloaded.`,
    buttons: [
      Dialog.cancelButton({ label: 'Keep the page' }),
      Dialog.warnButton({ label: 'Lose the entries' })
    ]
  });
  // Leaving the page would ask again.
  if (button.accept) delete documentIn(frame)?.body.dataset['burdensUnsaved'];
  return button.accept;
}

/** Ask before a tab with unsaved entries closes. */
export function askBeforeClosing(tab: Widget, frame: IFrame): void {
  MessageLoop.installMessageHook(tab, (_, message) => {
    if (message.type !== 'close-request' || !hasUnsaved(frame)) return true;
    void mayLose(frame, tab.title.label).then(lose => lose && tab.dispose());
    return false;
  });
}
