/**
 * A run: the program, then statements on its live heap, in slices and within a budget.
 */
import { Ev } from '../heap/events.ts';
import type { RunEnd, StatementInfo } from './run-record.ts';
import { FrameFlag } from './frame.ts';
import { beginFrame } from './frames.ts';
import { newFunction } from './functions.ts';
import { execute } from './interpreter.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError, Stop, type StopReason } from './python-error.ts';
import { exceptionLine, messageOf, tracebackText } from './traceback-text.ts';
import { exitMessage, printUncaught } from './uncaught.ts';
import { printToStderr } from './standard-streams.ts';
import { TracebackSlot, type TracebackBody } from './unwinding.ts';
import { ExceptionSlot } from './raising.ts';
import { DeltaTaker } from './run-delta.ts';
import { putEntry } from './value-stack.ts';
import type { RunDelta } from './run-record.ts';
import type { CompileResult } from '../program/code.ts';
import { codeDiagnosticText } from './diagnostic-text.ts';

export interface Budget {
  /** Words of events. */
  readonly events: number;
  /** Object ids ever used, which is what the machine's own memory depends on. */
  readonly objects: number;
  /** UTF-16 units of output. */
  readonly output: number;
}

export const defaultBudget: Budget = { events: 200_000_000, objects: 20_000_000, output: 20_000_000 };

/** Native code in the midst of its work cannot be paused; it may go this many times over the budget. */
const GRACE = 4;

export class Run {
  readonly machine: PythonMachine;
  readonly statements: StatementInfo[] = [];
  /** How the program or the last statement ended. */
  end: RunEnd = { kind: 'finished' };
  /** `ExceptionType: message` of the exception that ended it. */
  exceptionLine: string | null = null;
  private limit: Budget;
  private allowance: Budget;
  /** What ends the current slice, 'slice' when it is just over. */
  private pausedFor: StopReason | 'slice' | null = null;
  private checksLeft = Infinity;
  private cancelled = false;
  private readonly deltas: DeltaTaker;

  constructor(machine: PythonMachine, budget: Budget) {
    this.machine = machine;
    this.limit = budget;
    this.allowance = budget;
    this.deltas = new DeltaTaker(machine);
    machine.mustPause = () => this.mustPause();
  }

  /** Runs a further statement on the live heap, in the program's namespace. An exception is reported; the heap lives on. */
  runStatement(source: string): RunEnd {
    this.extend();
    this.begin(source, `<statement ${this.statements.length}>`);
    return this.go();
  }

  /**
   * Begins statement number `statements.length`; 0 is the program. `result`: what compiling it gave, where the caller had to
   * know before. False when it does not compile.
   */
  begin(source: string, filename: string, result = this.machine.parts.compile(source, filename)): boolean {
    const m = this.machine;
    const index = this.statements.length;
    this.statements.push({ index, source, filename });
    this.exceptionLine = null;
    let code: LoadedCode | null = null;
    if (result.ok) {
      m.sources.set(filename, source);
      const from = m.heap.end;
      code = m.loadCode(result.code, false);
      if (index > 0 && m.heap.end > from) m.libraryRanges.push([from, m.heap.end]);
    }
    if (index === 0) this.beginProgram();
    m.heap.events.one(Ev.STATEMENT, index);
    if (code === null || !result.ok) {
      const text = codeDiagnosticText(result.ok ? [] : result.diagnostics, source, filename, m.profile.versionInfo[1]);
      printToStderr(m, text.traceback);
      this.exceptionLine = text.summary;
      this.end = { kind: 'raised', ...text };
      return false;
    }
    const func = this.moduleFunction(code);
    putEntry(m, 0, func);
    const frame = beginFrame(m, code, func, m.globals, 0, 2, 0, FrameFlag.ENTRY | FrameFlag.BODY, true);
    frame.namespace = m.globals;
    return true;
  }

  /** PyEval_EvalCode runs a module's code through a function, which is an object like others; owned. */
  private moduleFunction(code: LoadedCode): number {
    const m = this.machine;
    const func = newFunction(m, code.object, m.globals, 0, 0, 0, 0);
    m.libraryRanges.push([func, func + 1]); // the picture of the program leaves it out
    return func;
  }

  private beginProgram(): void {
    const m = this.machine;
    m.heap.beginProgram();
    m.heap.counter.threshold = m.profile.thresholds[0];
    m.heap.counter.restart();
    m.globals = m.dict();
    const main = m.intern('__main__');
    m.dictSetName(m.globals, '__name__', main);
    m.heap.decref(main);
    m.dictSetName(m.globals, '__builtins__', m.builtins);
  }

  /** Runs (or goes on) until the end or until the budget is exhausted. */
  go(): RunEnd {
    this.checksLeft = Infinity;
    return this.advance()!;
  }

  /** The same for about `checks` looks at the budget (each some thousand loop iterations or calls); null: not yet at its end. */
  slice(checks: number): RunEnd | null {
    this.checksLeft = checks;
    return this.advance();
  }

  /** Grants a budget from here on, for a run that was stopped or a statement: as much as before, if nothing else is said. */
  extend(allowance = this.allowance): void {
    const m = this.machine;
    this.allowance = allowance;
    this.cancelled = false;
    this.limit = {
      events: m.heap.events.wordCount + this.allowance.events,
      objects: m.heap.end + this.allowance.objects,
      output: m.outputLength + this.allowance.output,
    };
  }

  /** Makes the run stop at its next look at the budget. */
  cancel(): void {
    this.cancelled = true;
  }

  takeDelta(): RunDelta {
    return this.deltas.take(this.statements, this.end);
  }

  private advance(): RunEnd | null {
    const m = this.machine;
    if (m.depth === 0) return this.end;
    this.pausedFor = null;
    try {
      if (execute(m, null, 1)) {
        m.heap.decref(m.result);
        m.result = 0;
        this.end = { kind: 'finished' };
      } else if (this.pausedFor === 'slice') return null;
      else this.end = { kind: 'stopped', reason: this.pausedFor ?? 'cancelled', resumable: true };
    } catch (error) {
      if (error instanceof Stop) this.end = { kind: 'stopped', reason: error.reason, resumable: false };
      else if (error instanceof PythonError) this.end = this.report(error.exception);
      else throw error;
    }
    m.recordAtomBytes();
    return this.end;
  }

  /** What CPython does when its main module has ended: what atexit registered, last first. The run is over then. */
  callExitCallbacks(): void {
    const m = this.machine;
    const atexit = m.dictGetName(m.modules, 'atexit');
    if (atexit === 0 || m.depth !== 0) return;
    this.afterwards(() => m.heap.decref(m.callMethod(atexit, '_run_exitfuncs', [])));
  }

  /** Runs code of the program when its last frame has ended. It cannot be paused, only stopped. */
  private afterwards(action: () => void): void {
    const m = this.machine;
    m.nesting++;
    try {
      action();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      this.end = { kind: 'stopped', reason: error.reason, resumable: false };
    } finally {
      m.nesting--;
    }
  }

  private mustPause(): boolean {
    const m = this.machine;
    const reason = this.exhausted();
    if (m.nesting === 1) {
      this.pausedFor = reason ?? (--this.checksLeft < 0 ? 'slice' : null);
      return this.pausedFor !== null;
    }
    this.checksLeft--;
    if (reason === null) return false;
    const { events, objects, output } = this.allowance;
    const over =
      m.heap.events.wordCount > this.limit.events + GRACE * events ||
      m.heap.end > this.limit.objects + GRACE * objects ||
      m.outputLength > this.limit.output + GRACE * output;
    if (over || this.cancelled) throw new Stop(reason);
    return false;
  }

  private exhausted(): StopReason | null {
    const m = this.machine;
    if (this.cancelled) return 'cancelled';
    if (m.heap.events.wordCount > this.limit.events) return 'events';
    if (m.heap.end > this.limit.objects) return 'memory';
    return m.outputLength > this.limit.output ? 'output' : null;
  }

  /** Prints an uncaught exception (stolen) and releases it. */
  private report(exception: number): RunEnd {
    const m = this.machine;
    const type = m.typeName(exception);
    const isExit = m.isInstance(exception, m.type('SystemExit'));
    const message = messageOf(m, exception);
    this.exceptionLine = message === '' ? type : `${type}: ${message}`;
    const traceback = isExit ? exitMessage(m, exception) : tracebackText(m, exception);
    const summary = exceptionLine(m, exception);
    let line = 0;
    for (let at = m.heap.slots[exception]![ExceptionSlot.TRACEBACK]; at !== 0;) {
      const body = m.heap.body[at] as TracebackBody;
      if (!body.code.isLibrary) line = body.line;
      at = m.heap.slots[at]![TracebackSlot.NEXT];
    }
    if (isExit) printToStderr(m, traceback);
    else this.afterwards(() => printUncaught(m, exception, traceback));
    m.heap.decref(exception);
    return { kind: 'raised', traceback, summary, line };
  }
}

/** Loads a program; `go()` or `slice()` runs it. */
export function startProgram(
  machine: PythonMachine,
  source: string,
  filename: string,
  budget: Partial<Budget> = {},
  compiled?: CompileResult,
): Run {
  const run = new Run(machine, { ...defaultBudget, ...budget });
  run.begin(source, filename, compiled);
  return run;
}
