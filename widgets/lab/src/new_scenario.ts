import type { JupyterFrontEnd } from '@jupyterlab/application';
import { InputDialog, showErrorMessage } from '@jupyterlab/apputils';
import type { Contents } from '@jupyterlab/services';
import { icon } from './icon';
import { freeName, inFolder } from './names';
import { ask, type Authority, type NewScenario, wordsOf } from './server';

export const NEW = 'burdens:new-scenario';

const CHOOSE = 'Choose your authority';

/** Ask for the authority; null where the user thinks better of it. */
async function chosen(authorities: readonly Authority[]): Promise<Authority | null> {
  const { button, value } = await InputDialog.getItem({
    title: 'New scenario',
    label: 'Local authority. Its published figures are filled in for you.',
    items: [CHOOSE, ...authorities.map(({ name }) => name)],
    okLabel: 'Make the scenario'
  });
  if (!button.accept) return null;
  const authority = authorities.find(({ name }) => name === value);
  if (!authority) throw new Error('Choose your authority from the list.');
  return authority;
}

/** Write a file of a name that is not in the folder yet. */
async function write(
  contents: Contents.IManager,
  folder: string,
  { name, text }: NewScenario
): Promise<string> {
  const listed = (await contents.get(folder)).content as readonly Contents.IModel[];
  const taken = listed.map(file => file.name);
  const path = inFolder(folder, freeName(name, taken));
  await contents.save(path, { type: 'file', format: 'text', content: text });
  return path;
}

/** Add the command that makes a scenario in a folder and opens it. */
export function addNewScenario(app: JupyterFrontEnd, current: () => string): void {
  const { contents, serverSettings } = app.serviceManager;
  app.commands.addCommand(NEW, {
    label: 'New scenario',
    caption: 'Start a scenario file with the published figures of a local authority',
    icon,
    execute: async args => {
      try {
        const authorities = await ask<Authority[]>(serverSettings, 'authorities');
        const authority = await chosen(authorities);
        if (!authority) return undefined;
        const query = { authority: authority.code };
        const made = await ask<NewScenario>(serverSettings, 'scenario', query);
        const path = await write(contents, String(args['cwd'] ?? current()), made);
        return await app.commands.execute('docmanager:open', { path });
      } catch (error) {
        await showErrorMessage('No scenario was made', wordsOf(error));
        return undefined;
      }
    }
  });
}
