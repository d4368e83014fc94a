import { copyLibrary } from '../storage/copy-library';
import type { Job } from './job';

export const copy: Job<'copy'> = (copying) => copyLibrary(copying);
