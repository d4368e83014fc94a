import type { UpdateState } from '../updates';
import { call, nothing } from './call';

/** About newer versions of the app. These are answered also while the library is closed. */
export const updateCalls = {
  'updates.state': call(nothing).returns<UpdateState>(),
  /** Looks for one now, whatever was agreed to. */
  'updates.check': call(nothing).returns<UpdateState>(),
  'updates.download': call(nothing).returns<UpdateState>(),
  /** Ends the app and starts the new version; where that must wait, it says for what. */
  'updates.install': call(nothing).returns<UpdateState>(),
};
