/** At compile time: nothing here that Electron lacks, and nothing of another type. `tsc` names the member that is. */
import type electron from 'electron';
import type { EventEmitter } from 'node:events';
import type * as standIn from './module.ts';

type Ours = typeof standIn;
type Events = keyof EventEmitter;
type OurWindow = InstanceType<Ours['BrowserWindow']>;
type OurContents = OurWindow['webContents'];
type OurSession = Ours['session']['defaultSession'];

/** What each has beyond Electron's, without events and what other files of the stand-in call. */
type Extra<Mine, Theirs, Internal extends string = never> = Exclude<
  keyof Mine,
  keyof Theirs | Events | Internal
>;
/** What both have and ours cannot stand in for. */
type Misfit<Mine, Theirs, Simpler extends string = never> = {
  [K in Exclude<keyof Mine & keyof Theirs, Events | Simpler>]: Mine[K] extends Theirs[K] ? never : K;
}[Exclude<keyof Mine & keyof Theirs, Events | Simpler>];

type Both<Mine, Theirs> = [Extra<Mine, Theirs>, Misfit<Mine, Theirs>];

/** For each: [what is too much, what does not fit]. */
type Failures = {
  modules: [Extra<Ours, typeof electron, 'default'>, never];
  app: [
    Extra<Ours['app'], Electron.App, 'configure' | 'start'>,
    Misfit<Ours['app'], Electron.App, 'commandLine' | 'getLoginItemSettings'>,
  ];
  commandLine: Both<Ours['app']['commandLine'], Electron.CommandLine>;
  window: [
    Extra<OurWindow, Electron.BrowserWindow>,
    Misfit<OurWindow, Electron.BrowserWindow, 'webContents'>,
  ];
  windowStatics: [Extra<Ours['BrowserWindow'], typeof Electron.BrowserWindow>, never];
  contents: [
    Extra<OurContents, Electron.WebContents, 'command' | 'deliver'>,
    Misfit<OurContents, Electron.WebContents, 'session' | 'capturePage' | 'mainFrame'>,
  ];
  frame: [Extra<OurContents['mainFrame'], Electron.WebFrameMain>, never];
  session: [
    Extra<OurSession, Electron.Session, 'permissionSettings' | 'send'>,
    Misfit<OurSession, Electron.Session, 'protocol' | 'webRequest'>,
  ];
  webRequest: [Extra<OurSession['webRequest'], Electron.WebRequest, 'cancels'>, never];
  protocol: [
    Extra<Ours['protocol'], Electron.Protocol, 'handlers'>,
    Misfit<Ours['protocol'], Electron.Protocol>,
  ];
  net: [Extra<Ours['net'], Electron.Net>, Misfit<Ours['net'], Electron.Net, 'request'>];
  request: [Extra<ReturnType<Ours['net']['request']>, Electron.ClientRequest>, never];
  ipcMain: [Extra<Ours['ipcMain'], Electron.IpcMain, 'handlers'>, Misfit<Ours['ipcMain'], Electron.IpcMain>];
  menu: [Extra<InstanceType<Ours['Menu']>, Electron.Menu>, never];
  dialog: [Extra<Ours['dialog'], Electron.Dialog>, never];
  shell: Both<Ours['shell'], Electron.Shell>;
  clipboard: Both<Ours['clipboard'], Electron.Clipboard>;
  nativeTheme: Both<Ours['nativeTheme'], Electron.NativeTheme>;
  globalShortcut: Both<Ours['globalShortcut'], Electron.GlobalShortcut>;
  nativeImage: [Extra<Ours['nativeImage'], typeof Electron.nativeImage>, never];
  notification: [Extra<InstanceType<Ours['Notification']>, Electron.Notification>, never];
  tray: [Extra<InstanceType<Ours['Tray']>, Electron.Tray, 'menu'>, never];
  screen: [Extra<Ours['screen'], Electron.Screen>, never];
  powerMonitor: [Extra<Ours['powerMonitor'], Electron.PowerMonitor>, never];
};

export const conforms: { [K in keyof Failures]: Failures[K] extends [never, never] ? true : Failures[K] } = {
  modules: true,
  app: true,
  commandLine: true,
  window: true,
  windowStatics: true,
  contents: true,
  frame: true,
  session: true,
  webRequest: true,
  protocol: true,
  net: true,
  request: true,
  ipcMain: true,
  menu: true,
  dialog: true,
  shell: true,
  clipboard: true,
  nativeTheme: true,
  globalShortcut: true,
  nativeImage: true,
  notification: true,
  tray: true,
  screen: true,
  powerMonitor: true,
};
