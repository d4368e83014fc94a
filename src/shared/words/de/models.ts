import type { Words } from '../language';

export const models: Words['models'] = {};
