import { type Rectangle, screen } from 'electron';
import type { WindowState } from './window-states';

const USUAL = { width: 1280, height: 860 };
const STEP = 28;
/** So much of a window has to be on a display, so that it can be taken hold of, in pixels. */
const HOLD = { width: 120, height: 40 };

/** The displays that are there, and how they stand to each other. */
export function displays(): string {
  const all = screen
    .getAllDisplays()
    .map(({ bounds: { x, y, width, height } }) => `${width}×${height}@${x},${y}`);
  return all.toSorted().join(' ');
}

/** Where a window stands on the displays that are there; without x and y, wherever the system puts it. */
export function placeOf({ bounds }: WindowState, front: Rectangle | null): Partial<Rectangle> {
  const kept = bounds[displays()];
  if (kept && isReachable(kept)) return kept;
  const last = kept ?? Object.values(bounds).at(-1);
  const size = { width: last?.width ?? USUAL.width, height: last?.height ?? USUAL.height };
  const beside = front && { ...size, x: front.x + STEP, y: front.y + STEP };
  return beside && isReachable(beside) ? beside : size;
}

function isReachable(place: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const wide = Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x);
    const high = workArea.y + workArea.height - place.y;
    return wide >= HOLD.width && place.y >= workArea.y && high >= HOLD.height;
  });
}
