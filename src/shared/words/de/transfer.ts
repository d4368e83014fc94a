import type { Words } from '../language';

export const transfer: Words['transfer'] = {};
