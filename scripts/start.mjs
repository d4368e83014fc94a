/** `npm start`: shows the app. What stands behind `--` goes to it, such as `--user-data-dir=DIR`. */
import { requireNode } from './node-version.mjs';
import { prepareApp, runApp } from './run-app.mjs';

requireNode();
process.exitCode = await runApp(await prepareApp(), process.argv.slice(2));
