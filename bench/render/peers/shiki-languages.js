/** The languages of the answers. */
import typescript from 'shiki/langs/typescript.mjs';
import javascript from 'shiki/langs/javascript.mjs';
import python from 'shiki/langs/python.mjs';
import rust from 'shiki/langs/rust.mjs';
import go from 'shiki/langs/go.mjs';
import java from 'shiki/langs/java.mjs';
import c from 'shiki/langs/c.mjs';
import cpp from 'shiki/langs/cpp.mjs';
import csharp from 'shiki/langs/csharp.mjs';
import sql from 'shiki/langs/sql.mjs';
import bash from 'shiki/langs/bash.mjs';
import json from 'shiki/langs/json.mjs';
import yaml from 'shiki/langs/yaml.mjs';
import html from 'shiki/langs/html.mjs';
import css from 'shiki/langs/css.mjs';
import php from 'shiki/langs/php.mjs';
import ruby from 'shiki/langs/ruby.mjs';
import kotlin from 'shiki/langs/kotlin.mjs';
import swift from 'shiki/langs/swift.mjs';
import diff from 'shiki/langs/diff.mjs';

export const langs = [
  typescript,
  javascript,
  python,
  rust,
  go,
  java,
  c,
  cpp,
  csharp,
  sql,
  bash,
  json,
  yaml,
  html,
  css,
  php,
  ruby,
  kotlin,
  swift,
  diff,
];
