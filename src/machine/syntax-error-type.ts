/** SyntaxError: a message and where it is. Source: CPython Objects/exceptions.c (SyntaxError_init, SyntaxError_str). */
import { argsOf, extra, fillExtra, setArguments } from './exception-parts.ts';
import type { TypeDeclaration } from './native.ts';
import { ExceptionSlot } from './raising.ts';

const NAMES = ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
const [MSG, FILENAME, LINENO] = [0, 1, 2].map((at) => ExceptionSlot.EXTRA + at);

export const syntaxError: Partial<TypeDeclaration> = {
  slots: {
    initialize(m, self, args, names) {
      setArguments(m, self, args, names);
      if (args.length > 0) fillExtra(m, self, [args[0]]);
      if (args.length !== 2) return;
      const place = m.collect(args[1]);
      try {
        if (place.length < 4) m.raise('TypeError', `function takes at least 4 arguments (${place.length} given)`);
        if (place.length > 6) m.raise('TypeError', `function takes at most 6 arguments (${place.length} given)`);
        fillExtra(m, self, [args[0], ...place]);
      } finally {
        for (const id of place) m.heap.decref(id);
      }
    },
    str(m, self) {
      const slots = m.heap.slots[self]!;
      const message = slots[MSG] ? m.toStr(slots[MSG]) : 'None';
      const file =
        slots[FILENAME] && m.isStr(slots[FILENAME]) ? m.strValue(slots[FILENAME]).replace(/^.*\//, '') : null;
      const line = slots[LINENO] && m.isInt(slots[LINENO]) ? `line ${m.repr(slots[LINENO])}` : null;
      if (file !== null && line !== null) return `${message} (${file}, ${line})`;
      if (file !== null || line !== null) return `${message} (${file ?? line})`;
      return argsOf(m, self).length === 0 ? 'None' : message;
    },
  },
  properties: { ...Object.fromEntries(NAMES.map((name, i) => [name, extra(i)])), print_file_and_line: extra(7) },
};
