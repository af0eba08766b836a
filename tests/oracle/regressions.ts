/** Programs that once differed, with what real CPython prints, in the format of the conformance programs. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootRealPython, type RealVersion } from './real-python.ts';

const FOLDER = fileURLToPath(new URL('regressions', import.meta.url));

/** Writes what the version prints into the NAME.json beside every NAME.py, or those of `only`; other versions' outputs stay. */
export async function recordRegressions(version: RealVersion, only: readonly string[] = []): Promise<void> {
  const python = await bootRealPython(version);
  const isWanted = (file: string) => file.endsWith('.py') && (only.length === 0 || only.includes(file.slice(0, -3)));
  const names = readdirSync(FOLDER).filter(isWanted);
  for (const name of names) {
    const source = readFileSync(join(FOLDER, name), 'utf8');
    if (new RegExp(`^# not for:.*\\b${version.replaceAll('.', '\\.')}(?![.\\d])`, 'm').test(source)) continue;
    const file = join(FOLDER, name.replace(/\.py$/, '.json'));
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    const outputs = Object.entries({ ...known, [version]: python.run(source) });
    outputs.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    writeFileSync(file, JSON.stringify(Object.fromEntries(outputs), null, 2) + '\n');
  }
  console.log(`${version}: ${names.length} recorded`);
}
