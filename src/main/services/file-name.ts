const LONGEST = 100;
/** What Windows, macOS or Linux take for something else than part of a name, and marks that nobody sees. */
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;
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
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const extension = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? '';
  return (
    letters
      .slice(0, LONGEST - extension.length)
      .join('')
      .trimEnd() + extension
  );
}
