/** The red, green and blue that a CSS colour is made of, from 0 to 255 each. */
function channels(colour: string): [number, number, number] {
  const pixel = new OffscreenCanvas(1, 1).getContext('2d');
  if (!pixel) return [0, 0, 0];
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** As `#rrggbb`, which every library understands. */
export function hex(colour: string): string {
  return `#${channels(colour)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Dark words stand out better on it than light ones. */
export function isLight(colour: string): boolean {
  const [red, green, blue] = channels(colour);
  return (red * 299 + green * 587 + blue * 114) / 1000 > 140;
}
