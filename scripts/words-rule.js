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
      if (isSentence(said) && !isForDevelopers(node)) tell(node, said);
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
