import { MainAreaWidget } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import type { IFrame } from '@jupyterlab/ui-components';
import { UUID } from '@lumino/coreutils';
import { addressIn, askBeforeClosing, element, frameOf, kernelIn, titleIn } from './frame';
import { icon } from './icon';

/** What a tab begins with. */
export interface Beginning {
  /** Below the base URL. */
  readonly address: string;
  readonly title: string;
  readonly caption: string;
  /** The id that the tab had before JupyterLab was loaded again. */
  readonly id: string | undefined;
}

/** A tab that shows a page; its label follows the links the user follows. */
export class PageTab extends MainAreaWidget<IFrame> {
  private readonly start: string;
  private readonly kernels: Kernel.IManager;

  constructor({ address, title, caption, id }: Beginning, kernels: Kernel.IManager) {
    super({ content: frameOf(address, title) });
    this.start = address;
    this.kernels = kernels;
    this.id = id ?? `burdens-${UUID.uuid4()}`;
    this.title.label = title;
    this.title.caption = caption;
    this.title.icon = icon;
    this.title.closable = true;
    element(this.content).addEventListener('load', () => this.follow());
    askBeforeClosing(this, this.content);
  }

  /** The address shown, below the base URL. */
  get address(): string {
    return addressIn(this.content) ?? this.start;
  }

  /** End the kernel with the tab: Voila's own farewell is refused. Our pages end theirs. */
  override dispose(): void {
    if (this.isDisposed) return;
    const kernel = this.address.startsWith('voila/') ? kernelIn(this.content) : null;
    super.dispose();
    if (kernel) this.kernels.shutdown(kernel).catch(() => undefined);
  }

  private follow(): void {
    const title = titleIn(this.content);
    if (!title || this.address === this.start) return;
    this.title.label = title;
    this.title.caption = title;
    element(this.content).title = title;
  }
}
