import type { Words } from '../language';

export const settings: Words['settings'] = {};
