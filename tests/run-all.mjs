/* `npm test`: every check in order, a heading for each, ending at the first that fails with its exit code. */
import { spawnSync } from 'node:child_process';

const STEPS = [
  'setup-browser',
  'check:format',
  'lint',
  'types',
  'imports',
  'unused',
  'unit',
  'conformance -- --python all',
  'oracle -- --python all --count 60',
  'build',
  'size',
  'e2e',
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const begun = performance.now();
for (const [index, step] of STEPS.entries()) {
  console.log(`\n=== ${index + 1}/${STEPS.length} ${step} ${'='.repeat(Math.max(3, 60 - step.length))}\n`);
  const stepBegun = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', ...step.split(' ')], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`\n=== ${step} failed after ${seconds(stepBegun)}`);
    process.exit(status ?? 1);
  }
  console.log(`\n--- ${step}: ${seconds(stepBegun)}`);
}
console.log(`\n=== all ${STEPS.length} steps passed in ${seconds(begun)}`);
