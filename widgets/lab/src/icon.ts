import { LabIcon } from '@jupyterlab/ui-components';

/** Three bars under a line: posts needed against posts in place. */
export const icon = new LabIcon({
  name: 'burdens:icon',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3 jp-icon-selectable" fill="#616161" d="M4 13h4v7H4zm6-4h4v11h-4zm6 2h4v9h-4zM3 4h18v2H3z"/>
</svg>`
});
