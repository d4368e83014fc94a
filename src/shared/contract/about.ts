import type { AboutFacts } from '../about';
import { call, nothing } from './call';

export const aboutCalls = {
  'about.facts': call(nothing).returns<AboutFacts>(),
  /** A text to put into a report: versions, choices and counts; no key, no address, no name, no word of a chat. */
  'about.diagnostics': call(nothing).returns<string>(),
};
