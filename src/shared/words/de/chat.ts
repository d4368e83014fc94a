import type { Words } from '../language';

export const chat: Words['chat'] = {};
