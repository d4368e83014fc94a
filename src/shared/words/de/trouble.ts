import type { Words } from '../language';

export const trouble: Words['trouble'] = {};
