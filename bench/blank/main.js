// The least that the host can do: one empty window.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 860, webPreferences: { sandbox: true } });
  return window.loadURL('data:text/html,<title>blank</title>');
});
