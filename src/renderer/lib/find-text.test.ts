import { afterEach, expect, test } from 'vitest';
import { countIn, counterpart, FoldedNodes, foldQuery, foldText, placesIn } from './find-text';

test.each([
  ['Crème brûlée', 'creme BRULEE'],
  ['STRASSE', 'straße'],
  ['Ἀθῆναι ΣΟΦΟΣ', 'αθηναι σοφος'],
  ['Ångström, Øre, Łódź', 'angstrom, ore, lodz'],
  ['don’t say “no”', 'don\'t say "no"'],
  ['a\u00a0non-breaking\u2011hyphen', 'a non-breaking-hyphen'],
  ['soft\u00adware', 'software'],
  ['İstanbul ılık', 'istanbul ilik'],
  ['ＦＵＬＬ ﬁne', 'full fine'],
  ['👩‍💻 here', '👩‍💻 HERE'],
  ['two  spaces\tand a tab', 'two spaces and a tab'],
])('%j is found by %j', (text, query) => {
  expect(countIn(foldText(text), foldQuery(query))).toBe(1);
});

test.each([
  ['が', 'か'],
  ['각', '가'],
  ['कि', 'क्'],
  ['one\ntwo', 'one two'],
])('%j is not found by %j', (text, query) => {
  expect(countIn(foldText(text), foldQuery(query))).toBe(0);
});

test('spaces alone look for nothing', () => {
  expect(foldQuery(' \n ')).toBe('');
});

test('occurrences do not overlap', () => {
  expect(placesIn('aaaa', 'aa')).toEqual([0, 2]);
});

afterEach(() => document.body.replaceChildren());

/** What the ranges of a query hold, in nodes that are what the text is split into at bars. */
function found(text: string, query: string): readonly string[] {
  const nodes = text.split('|').map((part) => (part === '' ? null : new Text(part)));
  document.body.append(...nodes.filter((node) => node !== null));
  const folded = new FoldedNodes(nodes);
  const wanted = foldQuery(query);
  return placesIn(folded.text, wanted).map((place) => {
    const at = folded.range(place, wanted.length);
    const range = new Range();
    range.setStart(at?.startContainer ?? document.body, at?.startOffset ?? 0);
    range.setEnd(at?.endContainer ?? document.body, at?.endOffset ?? 0);
    return range.toString();
  });
}

test.each([
  ['plain words', 'word', ['word']],
  ['split o|ver no|des', 'over nodes', ['over nodes']],
  ['Cre\u0300me and crème', 'creme', ['Cre\u0300me', 'crème']],
  ['many   spaces', 'any space', ['any   space']],
  ['at the end | of a node', 'end of', ['end  of']],
  ['ends here||begins', 'here begins', []],
  ['a ﬁne straße', 'ine', ['ﬁne']],
  ['👩‍💻 works', 'works', ['works']],
  ['  indented\n    code', 'indented code', ['indented\n    code']],
])('in %j the words %j stand as %j', (text, query, expected) => {
  expect(found(text, query)).toEqual(expected);
});

test('what is compared is the same for a text and for the nodes that show it', () => {
  const text = 'Ünïcode “quotes”  and\tİ – straße ﬁ Ａ ½ …  e\u0301nd';
  expect(new FoldedNodes([new Text(text)]).text).toBe(foldText(text));
});

test('an occurrence is known again by what stands around it, where there are more of them', () => {
  const one = { text: 'red apple, green apple', places: [4, 17] };
  const other = { text: 'apple copy red apple, green apple', places: [0, 15, 28] };
  expect(counterpart(0, one, other)).toBe(1);
  expect(counterpart(1, one, other)).toBe(2);
  expect(counterpart(1, one, { text: 'x²', places: [] })).toBe(-1);
});
