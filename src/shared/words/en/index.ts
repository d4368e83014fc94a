import { chat } from './chat';
import { commands } from './commands';
import { common } from './common';
import { desktop } from './desktop';
import { doctor } from './doctor';
import { errors } from './errors';
import { library } from './library';
import { look } from './look';
import { markdown } from './markdown';
import { models } from './models';
import { money } from './money';
import { palette } from './palette';
import { settings } from './settings';
import { transfer } from './transfer';
import { trouble } from './trouble';
import { updates } from './updates';

/** Everything that the app says, in English: the measure of every other language. */
export const words = {
  chat,
  commands,
  common,
  desktop,
  doctor,
  errors,
  library,
  look,
  markdown,
  models,
  money,
  palette,
  settings,
  transfer,
  trouble,
  updates,
};
