import { dialog, type OpenDialogOptions } from 'electron';
import { words } from '../../shared/words';
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

/** Asks for a folder; null when the user would rather not. */
export function chooseFolder(): Promise<string | null> {
  return choose({ properties: ['openDirectory', 'createDirectory'] });
}

/** Asks for a file to import; null when the user would rather not. */
export function openFile(): Promise<string | null> {
  return choose({
    properties: ['openFile'],
    filters: [
      { name: words.desktop.files.exportedChats, extensions: ['zip', 'json'] },
      { name: words.desktop.files.all, extensions: ['*'] },
    ],
  });
}

/** Asks for a certificate's file; null when the user would rather not. */
export function openCertificate(): Promise<string | null> {
  return choose({
    properties: ['openFile'],
    filters: [
      { name: words.settings.account.certificate.files, extensions: ['pem', 'crt', 'cer'] },
      { name: words.settings.account.certificate.allFiles, extensions: ['*'] },
    ],
  });
}

async function choose(options: OpenDialogOptions): Promise<string | null> {
  const window = mainWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
