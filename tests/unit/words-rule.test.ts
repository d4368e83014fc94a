import { RuleTester } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { describe, test } from 'vitest';
import { wordsInCatalogue } from '../../scripts/words-rule.js';

RuleTester.describe = describe;
RuleTester.it = test;

const errors = [{ messageId: 'outside' }];

new RuleTester().run('a sentence in code is from the catalogue', wordsInCatalogue, {
  valid: [
    'const label = words.chat.stop;',
    "throw new TypeError('This is for developers.');",
    "report('The log is told', error);",
    "if (title === 'New Chat') skip();",
    "const key = 'Ctrl+.';",
    "db.exec('PRAGMA synchronous = FULL');",
    "const id = 'parley-export';",
    "const button = { label: words.chat.stop, key: 'Escape', text: 'gpt-6' };",
    "if (node.title === 'Stop') press('Stop');",
    "const label = 'Parley';",
    "const title = kind === 'Stop' ? words.chat.stop : '';",
  ],
  invalid: [
    { code: "const label = 'Stop the answer';", errors },
    { code: "show({ title: 'Stopped.' });", errors },
    { code: 'const said = `Deleted ${count} chats`;', errors },
    { code: "const label = 'Stop';", errors },
    { code: "show({ label: done ? 'Stop' : words.chat.send });", errors },
    { code: "button.title = name ?? 'Stop';", errors },
    { code: "button.ariaLabel = 'Stop';", errors },
    { code: "region.textContent = 'Stopped.';", errors },
    { code: "announce('Stopped');", errors },
    { code: "const label = done ? 'Done…' : words.chat.stop;", errors },
  ],
});

const readsMarkup = svelte.configs.base.find(({ languageOptions }) => languageOptions?.parser);

new RuleTester({ files: ['**/*.svelte'], languageOptions: readsMarkup?.languageOptions ?? {} }).run(
  'markup has no words of its own',
  wordsInCatalogue,
  {
    valid: [
      '<p>{words.chat.stop} · 12 %</p>',
      '<svelte:head><title>{title} – Parley</title></svelte:head>',
      '<input placeholder="https://…" class="wide field" />',
      '<style>p { color: red; }</style>',
      "<p class={done ? 'Stop' : ''}>{words.chat.stop}</p>",
    ].map((code) => ({ code, filename: 'a.svelte' })),
    invalid: [
      '<p>Stop the answer</p>',
      '<button aria-label="Stop"></button>',
      '<Row note="Once more" />',
      "<p>{done ? 'Stop' : words.chat.send}</p>",
      "<Row label={done ? 'Stop' : words.chat.send} />",
    ].map((code) => ({ code, filename: 'a.svelte', errors })),
  },
);
