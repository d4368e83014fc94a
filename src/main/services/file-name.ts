const LONGEST = 100;
/** Linux counts bytes, up to 255. */
const MOST_BYTES = 240;
/** What Windows, macOS or Linux take for something else than part of a name, and marks that nobody sees but joiners. */
const NOT_IN_NAMES = /(?:[/\\:*?"<>|\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf})+/gu;
/** Devices, to Windows, whatever follows the dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** A name that every system takes for a plain file in the folder that was chosen. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(NOT_IN_NAMES, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\-\s]+|[.\s]+$/g, '');
  const safe = RESERVED.test(plain) ? `_${plain}` : plain;
  return shortened(safe === '' ? 'untitled.txt' : safe);
}

/** What follows the last dot stays. */
function shortened(name: string): string {
  const ending = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? '';
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - ending.length))) {
    const longer = kept + segment + ending;
    if (longer.length > LONGEST || Buffer.byteLength(longer) > MOST_BYTES) break;
    kept += segment;
  }
  return kept.trimEnd() + ending;
}
