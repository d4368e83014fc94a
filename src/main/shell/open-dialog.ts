import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** Asks for a file to import; null when the user would rather not. */
export async function openFile(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  const options: OpenDialogOptions = {
    properties: ['openFile'],
    filters: [
      { name: 'Exported chats', extensions: ['zip', 'json'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
