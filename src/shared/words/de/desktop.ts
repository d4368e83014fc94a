import type { Words } from '../language';

export const desktop: Words['desktop'] = {};
