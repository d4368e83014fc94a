/**
 * Has electronegativity look through a folder and prints what it found as one line of JSON: `node scan.mjs <folder>`.
 * A process of its own, since it asks the network for translations, and goes on asking after it has ended.
 */
import electronegativity from '@doyensec/electronegativity';

const input = process.argv[2] ?? '';
const { issues, errors } = await electronegativity({
  input,
  isRelative: true,
  excludeFromScan: ['AvailableSecurityFixesGlobalCheck'], // asks the network for Electron's newest release
  electronVersionOverride: process.argv[3],
});
const found = {
  issues: issues.map(({ id, file, severity, confidence, sample }) => ({
    ...{ id, file, sample },
    severity: severity.name,
    confidence: confidence.name,
  })),
  unread: errors.map(({ file, message }) => `${file}: ${message}`),
};
process.stdout.write(`\n${JSON.stringify(found)}\n`, () => process.exit(0));
