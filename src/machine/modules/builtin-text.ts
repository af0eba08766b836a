/** Built-in functions that make and print text. Source: CPython Python/bltinmodule.c. */
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeCall } from '../native.ts';
import { replacedStream, writeTo } from '../standard-streams.ts';
import { throughPrintContainer } from '../argument-tuples.ts';
import { functionOneArgument, functionPositional, refuseKeyword } from '../types/call-arguments.ts';

/** The text of a repr with everything beyond ASCII escaped. */
export function asciiOf(text: string): string {
  let result = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x80) result += char;
    else if (code < 0x100) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return result;
}

function separator(m: Machine, id: number, name: string, otherwise: string): string {
  if (id === 0 || id === m.none) return otherwise;
  if (!m.isStr(id)) m.raise('TypeError', `${name} must be None or a string, not ${m.typeName(id)}`);
  return m.strValue(id);
}

const PRINT_KEYWORDS = ['sep', 'end', 'file', 'flush'];

export const textFunctions: Readonly<Record<string, NativeCall>> = {
  ascii(m, args, names) {
    functionOneArgument(m, 'ascii', args, names);
    return m.str(asciiOf(m.repr(args[0])));
  },
  repr(m, args, names) {
    functionOneArgument(m, 'repr', args, names);
    return m.str(m.repr(args[0]));
  },
  format(m, args, names) {
    functionPositional(m, 'format', args, names, 1, 2);
    if (args.length > 1 && !m.isStr(args[1])) {
      m.raise('TypeError', `format() argument 2 must be str, not ${m.typeName(args[1])}`);
    }
    return m.str(m.format(args[0], args.length > 1 ? m.strValue(args[1]) : ''));
  },
  input(m, args, names) {
    functionPositional(m, 'input', args, names, 0, 1);
    if (args.length === 1) m.write(m.toStr(args[0]));
    // Nobody sits at the keyboard of a simulated run.
    return m.raise('EOFError', 'EOF when reading a line');
  },
  open: (m) => m.raise('OSError', 'open() is not simulated: a program in the simulator has no files'),
  print(m, args, names) {
    const given = args.length - (names?.length ?? 0);
    for (const name of names ?? []) {
      if (!PRINT_KEYWORDS.includes(name)) refuseKeyword(m, 'print', name);
    }
    const keyword = (name: string): number => {
      const at = names?.indexOf(name) ?? -1;
      return at < 0 ? 0 : args[given + at];
    };
    const between = separator(m, keyword('sep'), 'sep', ' ');
    const end = separator(m, keyword('end'), 'end', '\n');
    const target = keyword('file');
    const file = target === 0 || target === m.none ? replacedStream(m as PythonMachine, 'stdout') : target;
    const values = args.slice(0, given);
    throughPrintContainer(m, values, () => {
      if (file === 0) m.write(values.map((value) => m.toStr(value)).join(between) + end);
      else if (file !== m.none) {
        values.forEach((value, i) => {
          if (i > 0) writeTo(m as PythonMachine, file, between);
          writeTo(m as PythonMachine, file, m.toStr(value));
        });
        writeTo(m as PythonMachine, file, end);
      }
    });
    return m.none;
  },
};
