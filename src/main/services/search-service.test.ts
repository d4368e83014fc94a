import { expect, test, vi } from 'vitest';
import type { Found } from '../../shared/search';
import type { JobName, JobOptions, Jobs } from './jobs';
import { SearchService } from './search-service';

const nothing: Found = { chats: [], more: false, complete: true };

/** Threads whose jobs end when the test says so. */
function setUp(complete = true) {
  const asked: {
    name: string;
    input: unknown;
    end: (value: unknown) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const jobs: Jobs = {
    run: <N extends JobName>(name: N, input: unknown, { signal }: JobOptions<N> = {}) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        asked.push({ name, input, end: (value) => resolve(value as never), fail: reject });
      }),
    close: () => Promise.resolve(),
  };
  const report = vi.fn();
  const service = new SearchService({ jobs: { quick: jobs, long: jobs }, report });
  const wish = (query: string) => ({ query, limit: 20, inside: false });
  return { asked, report, service, wish, found: { ...nothing, complete } };
}

test('a newer search ends the one before', async () => {
  const { asked, service, wish, found } = setUp();
  const first = service.run(wish('re'));
  const second = service.run(wish('ret'));
  asked[1]?.end(found);
  expect(await first).toBeNull();
  expect(await second).toEqual(found);
});

test('a search that fails says so', async () => {
  const { asked, service, wish } = setUp();
  const searching = service.run(wish('re'));
  asked[0]?.fail(new Error('no disk'));
  await expect(searching).rejects.toThrow('no disk');
});

test('what is missing in the index is read, turn by turn, until all is there', async () => {
  const { asked, service, wish, found } = setUp(false);
  const searching = service.run(wish('re'));
  asked[0]?.end(found);
  await searching;
  asked[1]?.end({ done: false });
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  asked[2]?.end({ done: true });
  await Promise.resolve();
  expect(asked.map(({ name }) => name)).toEqual(['search', 'indexMessages', 'indexMessages']);
});

test('that it cannot be read is written down, and nothing is tried any more after the end', async () => {
  const { asked, report, service } = setUp();
  const reading = service.catchUp();
  asked[0]?.fail(new Error('no disk'));
  await reading;
  expect(report).toHaveBeenCalledOnce();
  service.close();
  await service.catchUp();
  expect(asked).toHaveLength(1);
});
