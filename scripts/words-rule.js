/** Attributes and properties that are seen or read aloud. */
const SEEN =
  /^(title|placeholder|alt|label|note|hint|legend|text|summary|heading|caption|closeLabel|aria-(label|description|roledescription|valuetext)|message|detail|buttonLabel)$/;

/** A word that somebody reads: not a name, nor an example of an address or an id. */
const hasWords = (/** @type {string} */ text) =>
  /(?:^|\s)[\p{L}’]{2,}[.,:;!?…]*(?=\s|$)/u.test(text.replace(/&\w+;|\b(?:Parley|OpenAI)\b/g, ''));

/** It begins like a sentence, and goes on or ends like one. */
const isSentence = (/** @type {string} */ text) =>
  /^\p{Lu}\p{L}*(?:[ ,’'\u00a0].*\p{L}.*|.*[.!?…])$/su.test(text.trim()) &&
  !/^(?:[A-Z]{2,}[ (]|(?:CmdOrCtrl|Ctrl|Shift|Alt)\+)/.test(text.trim());

/** One word as people read it: not a key, a name of ours, nor an abbreviation. */
const isWord = (/** @type {string} */ text) =>
  /^(?!(?:Parley|OpenAI|Markdown)$)\p{Lu}\p{Ll}[\p{L}’-]*[.:!?…]?$/u.test(text.trim());

/** What is handed to these is read aloud. */
const READ_ALOUD = /^(announce|say)$/;

/** @param {any} node */
const nameOf = (node) =>
  String(node?.name ?? node?.value ?? node?.property?.name ?? '').replace(
    /^aria([A-Z])/,
    (_, first) => `aria-${first.toLowerCase()}`,
  );

/**
 * It is seen or read aloud for sure: it stands in markup, in something that is named as what is seen, or is announced.
 *
 * @param {any} node
 */
function isShown(node) {
  let at = node;
  while (/^(Conditional|Logical|TSAs|TSSatisfies)Expression$/.test(at.parent.type) && at !== at.parent.test)
    at = at.parent;
  const above = at.parent;
  switch (above.type) {
    case 'Property':
      // `text` alone is also what a node of a tree is called by.
      return above.value === at && nameOf(above.key) !== 'text' && SEEN.test(nameOf(above.key));
    case 'VariableDeclarator':
      return SEEN.test(nameOf(above.id));
    case 'AssignmentExpression':
      return above.right === at && SEEN.test(nameOf(above.left).replace(/^(textContent|innerText)$/, 'text'));
    case 'CallExpression':
      return at !== above.callee && READ_ALOUD.test(calledName(above));
    case 'SvelteMustacheTag':
      return above.parent.type !== 'SvelteAttribute' || SEEN.test(nameOf(above.parent.key));
    default:
      return false;
  }
}

/** Calls whose words are for developers, or compared and not shown. */
const FOR_DEVELOPERS =
  /^(\w*Error|Undrawn|Response|refine|addIssue|refused|report|fail|log|warn|error|debug|assert|mark|measure|createHash|update|includes|startsWith|endsWith)$/;

/** @param {any} node */
function calledName(node) {
  const { callee } = node;
  return callee.type === 'MemberExpression' ? callee.property.name : callee.name;
}

/** @param {any} node */
function isForDevelopers(node) {
  for (let at = node, above = node.parent; above; at = above, above = above.parent) {
    if (above.type === 'ThrowStatement' || /^(Import|Export)\w*Declaration$/.test(above.type)) return true;
    if (above.type.startsWith('TS')) return true;
    if (above.type === 'BinaryExpression' && /^[!=]==?$/.test(above.operator)) return true;
    if (
      /^(New|Call)Expression$/.test(above.type) &&
      at !== above.callee &&
      FOR_DEVELOPERS.test(calledName(above))
    )
      return true;
    if (
      /^(Program|ArrowFunctionExpression|FunctionDeclaration|FunctionExpression|SvelteElement)$/.test(
        above.type,
      )
    )
      return false;
  }
  return false;
}

/**
 * Everything that the app says stands in the catalogue, `src/shared/words`: no words in markup, no sentence in code.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const wordsInCatalogue = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { outside: '“{{said}}” is said outside of the catalogue; see src/shared/words.' },
  },
  create(context) {
    /** @type {(node: any, said: string) => void} */
    const tell = (node, said) =>
      context.report({ node, messageId: 'outside', data: { said: said.trim().slice(0, 40) } });
    /** @type {(node: any, said: string) => void} */
    const sentence = (node, said) => {
      if (isSentence(said) ? !isForDevelopers(node) : isWord(said) && isShown(node)) tell(node, said);
    };
    /** @type {Record<string, (node: any) => void>} */
    const visitors = {
      SvelteText: ({ parent, ...node }) => {
        if (/^(style|script)$/i.test(parent.name?.name ?? '') || /Style|Script/.test(parent.type)) return;
        if (hasWords(node.value)) tell(node, node.value);
      },
      SvelteLiteral: ({ parent, ...node }) => {
        const name = String(parent.key?.name ?? '');
        if (SEEN.test(name) && hasWords(node.value)) tell(node, node.value);
      },
      Literal: (node) => {
        if (typeof node.value === 'string') sentence(node, node.value);
      },
      TemplateLiteral: (node) => {
        if (node.parent.type === 'TaggedTemplateExpression') return;
        sentence(node, node.quasis.map((/** @type {any} */ part) => part.value.cooked).join('0'));
      },
    };
    return /** @type {any} */ (visitors);
  },
};
