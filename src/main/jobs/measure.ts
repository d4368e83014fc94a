import { measure as measureFile } from '../storage/copy-library';
import type { Job } from './job';

export const measure: Job<'measure'> = ({ paths, key }) =>
  paths.map((path) => {
    try {
      return measureFile(path, key);
    } catch {
      return null; // It is of another key, or not sound: nothing to be had from it.
    }
  });
