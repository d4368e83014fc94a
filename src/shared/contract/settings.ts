import { z } from 'zod';
import { trashDays } from '../order';
import { bypassProblem, PROXY_USER, proxyProblem } from '../proxy';
import {
  announcements,
  densities,
  lineWidths,
  proxyModes,
  type Settings,
  textSizes,
  themes,
} from '../settings';
import { languages } from '../words/language';
import { call, id, model } from './call';
import { exportChoice } from './export';

/** Micro-dollars; nobody has a budget of more than a million dollars. */
const budget = z.int().min(0).max(1e12).nullable();

/** As Electron names keys. */
const keys = z.string().min(1).max(60);

export const settingsCalls = {
  /** What is not said stays as it is. Every window hears of it by `settings.changed`. */
  'settings.change': call(
    z
      .object({
        language: z.enum(['system', ...languages]),
        theme: z.enum(themes),
        contrast: z.enum(['system', 'more']),
        accent: z.enum(['parley', 'system']),
        integratedTitleBar: z.boolean(),
        density: z.enum(densities),
        motion: z.enum(['system', 'reduce']),
        textSize: z.int().min(textSizes.min).max(textSizes.max),
        lineWidth: z.enum(lineWidths),
        dollarMaths: z.boolean(),
        announce: z.enum(announcements),
        announceProgress: z.boolean(),
        instructions: z.string().max(200_000),
        titles: z.boolean(),
        budgets: z.object({ day: budget, month: budget, conversation: budget }),
        longestAnswer: z.int().min(100).max(1_000_000).nullable(),
        countExactlyAbove: budget,
        askBeforeQuit: z.boolean(),
        enterSends: z.boolean(),
        shortcuts: z.record(z.string().max(60), keys.nullable()),
        quickAsk: z.object({ on: z.boolean(), keys: keys.nullable(), model: model.nullable() }),
        tray: z.boolean(),
        notifications: z.boolean(),
        proxy: z
          .object({
            mode: z.enum(proxyModes),
            server: z.string().max(2_000),
            bypass: z.string().max(10_000),
            user: z.string().max(200).regex(PROXY_USER).optional(),
          })
          .refine(
            ({ mode, server, bypass }) =>
              mode !== 'manual' || (proxyProblem(server) === null && bypassProblem(bypass) === null),
          ),
        updates: z.boolean().nullable(),
        exporting: exportChoice,
        trashDays: z.literal(trashDays),
        openFolders: z.array(id).max(10_000).readonly(),
        openConversation: id,
      })
      .partial(),
  ).returns<Settings>(),
};
