import type { Words } from '../language';

export const money: Words['money'] = {};
