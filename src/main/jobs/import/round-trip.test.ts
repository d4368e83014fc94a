import { expect, test } from 'vitest';
import { randomFrom } from '../../../../tests/core/random';
import { RandomLibrary } from '../export/random-library';
import { everything, exportOf } from '../export/test-library';
import { fileOf, look, openLibrary, run } from './test-library';

test('what is exported, imported and exported again is the same byte for byte', async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const { library } = new RandomLibrary(randomFrom(seed));
    const first = await exportOf(library.db, { content: everything });
    const other = openLibrary();
    await run(other, fileOf(first));
    const second = await exportOf(other, { content: everything });
    expect(second.toString(), `seed ${seed}`).toBe(first.toString());
    expect(await look(other, fileOf(first))).toMatchObject({
      conversations: { new: 0, grown: 0 },
      messages: 0,
    });
  }
});
