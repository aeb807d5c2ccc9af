import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { notebooks } from './notebooks';
import { pages } from './pages';
import { scenarios } from './scenarios';
import { ISite, type Site, siteOf } from './server';

const site: JupyterFrontEndPlugin<Site> = {
  id: '@burdens/labextension:site',
  description: 'Knows which pages the server offers.',
  autoStart: true,
  provides: ISite,
  activate: app => siteOf(app.serviceManager.serverSettings)
};

export default [site, pages, scenarios, notebooks];
