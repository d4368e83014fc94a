import { BrowserWindow, dialog } from 'electron';

/** Asks where a file of that name should be kept; null when the user would rather not. */
export async function chooseFile(name: string): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  const options = { defaultPath: name };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}
