import type { Words } from '../language';

export const library: Words['library'] = {};
