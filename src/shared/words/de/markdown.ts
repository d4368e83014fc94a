import type { Words } from '../language';

export const markdown: Words['markdown'] = {};
