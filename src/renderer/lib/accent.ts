import { contrast } from '../../shared/contrast';

/** Its label is white; what it marks stands on the ground of the window (`--bg`, as in `tokens.css`). */
const LABEL = { colour: '#ffffff', least: 4.5 };
const GROUNDS = { light: '#ffffff', dark: '#191918' };
const LEAST_ON_GROUND = 3;

/** Whether a colour of the system, `#rrggbb`, can stand for the main action in that theme. */
export function canBeAccent(colour: string | null, theme: keyof typeof GROUNDS): colour is string {
  return (
    colour !== null &&
    contrast(colour, LABEL.colour) >= LABEL.least &&
    contrast(colour, GROUNDS[theme]) >= LEAST_ON_GROUND
  );
}

/** The tokens that follow the system's colour: in each theme where it can be read, and Parley's own in the other. */
export function accentTokens(system: string | null): Readonly<Record<`--${string}`, string>> {
  const token = (name: string, made: (colour: string) => string) => {
    const own = `var(--parley${name})`;
    const or = (theme: keyof typeof GROUNDS) => (canBeAccent(system, theme) ? made(system) : own);
    return `light-dark(${or('light')}, ${or('dark')})`;
  };
  return {
    '--accent': token('', (colour) => colour),
    '--accent-hover': token('-hover', (colour) => `color-mix(in oklab, ${colour}, black 15%)`),
    '--accent-soft': token('-soft', (colour) => `color-mix(in oklab, ${colour} 14%, var(--bg))`),
  };
}
