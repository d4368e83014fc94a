import { OnDemand } from '../lib/on-demand.svelte';

/** What lies over the chat or in its place, and is not there when the window opens. */
export const onDemand = {
  archive: new OnDemand(() => import('./ArchiveView.svelte')),
  doctor: new OnDemand(() => import('./DoctorDialog.svelte')),
  exporting: new OnDemand(() => import('./ExportDialog.svelte')),
  folder: new OnDemand(() => import('./FolderDialog.svelte')),
  importing: new OnDemand(() => import('./ImportDialog.svelte')),
  palette: new OnDemand(() => import('./Palette.svelte')),
  request: new OnDemand(() => import('./RequestDialog.svelte')),
  settings: new OnDemand(() => import('./SettingsDialog.svelte')),
  shortcuts: new OnDemand(() => import('./ShortcutList.svelte')),
  tokenHelp: new OnDemand(() => import('./TokenHelp.svelte')),
  trash: new OnDemand(() => import('./TrashView.svelte')),
  usage: new OnDemand(() => import('./UsageView.svelte')),
};
