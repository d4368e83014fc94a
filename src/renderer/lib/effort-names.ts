import type { Effort } from '../../shared/model';

/** How an effort is called where one chooses it. */
export const effortNames: Record<Effort, string> = {
  none: 'Off',
  minimal: 'Minimal',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Extra high',
  max: 'Maximum',
};
