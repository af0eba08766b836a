/** Runs a program from its source text to its end. */
import { makeCollector } from '../collector/make-collector.ts';
import type { CollectorChoice } from '../collector/collector.ts';
import type { SpareMemory } from '../heap/heap-memory.ts';
import type { CompileResult } from '../program/code.ts';
import { compileProgram } from '../program/compile-program.ts';
import type { RunEnd } from './run-record.ts';
import { isLibraryFile } from './imports.ts';
import { lateSources } from './modules/late/late-sources.ts';
import { allModules } from './modules/all-modules.ts';
import { builtinsModule } from './modules/builtins.ts';
import { PythonMachine } from './machine.ts';
import type { LateSources, Profile } from './native.ts';
import { profileNamed } from './profiles/all-profiles.ts';
import { startProgram, type Budget } from './run.ts';
import { atomTypes } from './types/atom-types.ts';
import { containerTypes } from './types/container-types.ts';
import { weakrefModule } from './modules/weakref.ts';

export interface RunOptions {
  readonly profile?: Profile['name'];
  readonly collector?: 'generational' | 'refcount' | 'mark-sweep';
  readonly filename?: string;
  readonly budget?: Partial<Budget>;
  readonly stackSize?: number;
  /** Memory of an earlier run; used up. */
  readonly spare?: SpareMemory;
  /** The process ends with the program: atexit callbacks are called. On the page the run stays open for statements. */
  readonly runsExitCallbacks?: boolean;
  /** Library modules that earlier runs with this profile have compiled; this run adds its own. */
  readonly library?: Map<string, CompileResult>;
}

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly end: RunEnd;
  /** `ExceptionType: message` of an uncaught exception, as the harness of the conformance programs prints it. */
  readonly exceptionLine: string | null;
  readonly machine: PythonMachine;
}

/** A machine with all built-in types and modules, ready for a program. */
export function newMachine(options: RunOptions = {}): PythonMachine {
  return newMachineWith(lateSources, options);
}

/** The same, where late sources are not at hand yet; the caller may add to them. */
export function newMachineWith(late: LateSources, options: RunOptions = {}): PythonMachine {
  const profile = profileNamed(options.profile ?? '3.13');
  const compile = (source: string, filename: string, isExpression = false): CompileResult =>
    compileProgram(source, filename, {
      inlineComprehensions: profile.inlinesComprehensions,
      iterateInGenerator: !profile.allocatesSequenceIterators,
      defersAnnotations: profile.defersAnnotations,
      typeParameters: profile.typeParameters,
      bareExceptTypes: profile.versionInfo[1] >= 14,
      isExpression,
    });
  const { library } = options;
  const machine = new PythonMachine({
    profile,
    stackSize: options.stackSize,
    spare: options.spare,
    types: [...atomTypes, ...containerTypes, ...(weakrefModule.types ?? [])],
    builtins: builtinsModule,
    modules: allModules,
    lateSources: late,
    compile(source, filename, isExpression) {
      const known = library?.get(filename);
      if (known !== undefined) return known;
      const compiled = compile(source, filename, isExpression);
      if (isLibraryFile(filename)) library?.set(filename, compiled);
      return compiled;
    },
  });
  const choice: Record<string, CollectorChoice> = { refcount: 'refcount', 'mark-sweep': 'mark-sweep' };
  machine.collector = makeCollector(machine.heap, choice[options.collector ?? ''] ?? 'automatic', profile, (visit) =>
    machine.forEachRoot(visit),
  );
  return machine;
}

/** Runs `source` as exec(compile(source, filename, 'exec'), {'__name__': '__main__'}). Diagnostics are a RunEnd, too. */
export function runProgram(source: string, options: RunOptions = {}): ProgramRun {
  const machine = newMachine(options);
  const run = startProgram(machine, source, options.filename ?? 'main.py', options.budget);
  const end = run.go();
  if (options.runsExitCallbacks === true) run.callExitCallbacks();
  return {
    stdout: machine.takeOutput(),
    stderr: machine.takeErrors(),
    end,
    exceptionLine: end.kind === 'raised' ? run.exceptionLine : null,
    machine,
  };
}
