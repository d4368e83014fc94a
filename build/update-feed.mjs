/**
 * Where new versions are published, as `PARLEY_UPDATE_FEED` says it; null where nobody does.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string | null}
 */
export function updateFeed({ PARLEY_UPDATE_FEED: feed }) {
  if (!feed) return null;
  const { protocol, username } = new URL(feed);
  if (protocol !== 'https:' || username !== '') {
    throw new Error('PARLEY_UPDATE_FEED must be an https address without a name in it.');
  }
  return feed;
}
