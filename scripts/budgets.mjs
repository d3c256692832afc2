/** `npm run budgets`: sizes of the last build against what the architecture allows. */
import { bundleBudgets, kB, measureBundle } from './lib/bundle-sizes.mjs';
import { distFolder } from './lib/paths.mjs';

const { shell, editor, workers, total } = measureBundle(distFolder);
console.log(`After gzip -9: shell ${kB(shell)} of ${kB(bundleBudgets.shell)}`);
console.log(`  editor ${kB(editor)} of ${kB(bundleBudgets.editor)}, loaded when shown`);
console.log(`  workers ${kB(workers)}, all scripts and styles ${kB(total)}`);

const problems = [
  ...(shell > bundleBudgets.shell ? ['The first load is over its budget.'] : []),
  ...(editor > bundleBudgets.editor ? ['The editor is over its budget.'] : []),
  ...(editor === 0 ? ['No lazy editor was found: it is missing, or part of the first load.'] : []),
];
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
