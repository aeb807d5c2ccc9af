import type { JupyterFrontEnd } from '@jupyterlab/application';
import { ABCWidgetFactory, type DocumentRegistry, DocumentWidget } from '@jupyterlab/docregistry';
import { type IFrame, ToolbarButton } from '@jupyterlab/ui-components';
import { ofScenario } from './addresses';
import { askBeforeClosing, element, frameOf, full, mayLose } from './frame';
import { icon } from './icon';
import { ENDING } from './names';
import type { Page } from './server';

/** The file type of scenarios. */
export const SCENARIO: Partial<DocumentRegistry.IFileType> & { name: string } = {
  name: 'burdens-scenario',
  displayName: 'Scenario',
  extensions: [ENDING, ENDING.replace('yaml', 'yml')],
  mimeTypes: ['text/x-yaml'],
  contentType: 'file',
  fileFormat: 'text',
  icon
};

type Planner = DocumentWidget<IFrame>;

/** Opens a scenario file in a page; `Open With` offers one for each page that can. */
export class PlannerFactory extends ABCWidgetFactory<Planner> {
  constructor(
    private readonly page: Page,
    isDefault: boolean,
    private readonly commands: JupyterFrontEnd['commands']
  ) {
    super({
      name: `burdens-${page.name}`,
      label: page.title,
      fileTypes: [SCENARIO.name],
      defaultFor: isDefault ? [SCENARIO.name] : [],
      readOnly: true
    });
  }

  protected override createNewWidget(context: DocumentRegistry.Context): Planner {
    const address = () => ofScenario(this.page, context.path);
    const title = () => `${this.page.title}: ${context.localPath}`;
    const content = frameOf(address(), title());
    const planner = new DocumentWidget({ content, context });
    context.pathChanged.connect(() => {
      element(content).title = title();
    });
    planner.title.icon = icon;
    planner.toolbar.addItem('edit', this.editButton(context));
    planner.toolbar.addItem('again', this.againButton(planner, address));
    // Later than the document manager, whose own question would come first.
    void context.ready.then(() => askBeforeClosing(planner, content));
    return planner;
  }

  private editButton(context: DocumentRegistry.Context): ToolbarButton {
    return new ToolbarButton({
      label: 'Edit as text',
      tooltip: 'Open the scenario file in the text editor',
      onClick: () =>
        void this.commands.execute('docmanager:open', { path: context.path, factory: 'Editor' })
    });
  }

  private againButton(planner: Planner, address: () => string): ToolbarButton {
    return new ToolbarButton({
      label: 'Read the file again',
      tooltip: 'Start the page again from the file as it was last saved',
      onClick: () =>
        void mayLose(planner.content, planner.title.label).then(lose => {
          if (lose) planner.content.url = full(address());
        })
    });
  }
}
