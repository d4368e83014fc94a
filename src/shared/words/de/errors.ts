import type { Words } from '../language';

export const errors: Words['errors'] = {};
