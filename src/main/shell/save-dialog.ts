import { dialog } from 'electron';
import { mainWindow } from './window';

/** Asks where a file of that name should be kept; null when the user would rather not. */
export async function chooseFile(name: string): Promise<string | null> {
  const window = mainWindow();
  const options = { defaultPath: name };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}
