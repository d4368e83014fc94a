import type { Words } from '../language';

export const palette: Words['palette'] = {};
