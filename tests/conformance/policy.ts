import { linkTo, placeOf } from '../../src/shared/markdown/addresses';

/** What is left of the specification's HTML where links lead to the web only, and pictures are not fetched. */
export function underOurPolicy(body: HTMLElement): HTMLElement {
  for (const picture of body.querySelectorAll('img')) {
    const href = linkTo(picture.getAttribute('src') ?? '');
    const { alt } = picture;
    if (href === null) {
      picture.replaceWith(alt);
      continue;
    }
    // A link that says from where it would come.
    const chip = Object.assign(document.createElement('a'), { href, title: alt });
    chip.append(`${alt || 'Picture'} · ${placeOf(href)}`);
    picture.replaceWith(chip);
  }
  for (const link of body.querySelectorAll('a'))
    if (linkTo(link.getAttribute('href') ?? '') === null) link.replaceWith(...link.childNodes);
  body.normalize();
  return body;
}
