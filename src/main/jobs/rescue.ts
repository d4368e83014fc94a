import { salvage } from '../storage/salvage';
import type { Job } from './job';

export const rescue: Job<'rescue'> = (salvaging) => salvage(salvaging);
