import { z } from 'zod';
import type { DesktopState } from '../desktop';
import { call, id, nothing } from './call';

/** About what the system shows of the app, beside the window that asks. */
export const desktopCalls = {
  'desktop.state': call(nothing).returns<DesktopState>(),
  'desktop.openAtLogin': call(z.object({ on: z.boolean() })).returns<DesktopState>(),
  /** Shows a chat in the main window, which comes to the front. */
  'desktop.showChat': call(z.object({ conversationId: id })).returns<void>(),
  /** What this window comes back to. */
  'window.remember': call(
    z.object({ window: id, openConversation: id.optional(), sidebarOpen: z.boolean().optional() }),
  ).returns<void>(),
  /** How tall the small window has to be, in CSS pixels, and whether it stays when another window is in front. */
  'quickAsk.fit': call(z.object({ height: z.int().min(1).max(10_000), stays: z.boolean() })).returns<void>(),
  'quickAsk.hide': call(nothing).returns<void>(),
};
