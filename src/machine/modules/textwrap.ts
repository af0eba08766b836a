/** The module textwrap. */
import type { Machine, NativeModule } from '../native.ts';
import { splitWords } from '../text/splitting.ts';
import { functionOneArgument } from '../types/call-arguments.ts';
import { dedent, placeholderFits, wrapText, type WrapOptions } from './textwrap/wrap-text.ts';

type Args = readonly number[];
type Names = readonly string[] | null;

const parameters = [
  'text',
  'width=',
  '*',
  'initial_indent=',
  'subsequent_indent=',
  'expand_tabs=',
  'tabsize=',
  'replace_whitespace=',
  'fix_sentence_endings=',
  'break_long_words=',
  'drop_whitespace=',
  'break_on_hyphens=',
  'max_lines=',
  'placeholder=',
];

const source = `
def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    lines = text.splitlines(True)
    return ''.join([prefix + line if predicate(line) else line for line in lines])


class TextWrapper:
    def __init__(self, width=70, **options):
        self.width = width
        self._options = options
        for name, value in options.items():
            setattr(self, name, value)

    def _settings(self):
        return {name: getattr(self, name) for name in self._options}

    def wrap(self, text):
        return wrap(text, self.width, **self._settings())

    def fill(self, text):
        return fill(text, self.width, **self._settings())
`;

function optionsOf(m: Machine, ids: readonly number[]): WrapOptions {
  const flag = (id: number, otherwise: boolean): boolean => (id === 0 ? otherwise : m.truth(id));
  const text = (id: number, otherwise: string): string => (id === 0 ? otherwise : m.toStr(id));
  const [, width, initial, subsequent, tabs, tabSize, replace, fix, long, drop, hyphens, most, rest] = ids;
  const options: WrapOptions = {
    width: width === 0 ? 70 : m.indexNumber(width),
    initialIndent: text(initial, ''),
    subsequentIndent: text(subsequent, ''),
    expandTabs: flag(tabs, true),
    tabSize: tabSize === 0 ? 8 : m.indexNumber(tabSize),
    replaceWhitespace: flag(replace, true),
    fixSentenceEndings: flag(fix, false),
    breakLongWords: flag(long, true),
    dropWhitespace: flag(drop, true),
    breakOnHyphens: flag(hyphens, true),
    maxLines: most === 0 || most === m.none ? null : m.indexNumber(most),
    placeholder: text(rest, ' [...]'),
  };
  if (options.width <= 0) {
    m.raise('ValueError', `invalid width ${options.width} (must be > 0)`);
  }
  if (!placeholderFits(options)) m.raise('ValueError', 'placeholder too large for max width');
  return options;
}

function lines(m: Machine, name: string, args: Args, names: Names): string[] {
  const ids = m.bindArguments(name, args, names, parameters);
  return wrapText(m.toStr(ids[0]), optionsOf(m, ids));
}

export const textwrapModule: NativeModule = {
  name: 'textwrap',
  functions: {
    wrap: (m, args, names) => m.list(lines(m, 'wrap', args, names).map((line) => m.str(line))),
    fill: (m, args, names) => m.str(lines(m, 'fill', args, names).join('\n')),
    shorten(m, args, names) {
      const ids = m.bindArguments('shorten', args, names, parameters);
      const options = { ...optionsOf(m, [...ids.slice(0, 11), m.true_, ids[12]]), maxLines: 1 };
      if (!placeholderFits(options)) m.raise('ValueError', 'placeholder too large for max width');
      const text = splitWords(m.toStr(ids[0]).trim(), -1).join(' ');
      return m.str(wrapText(text, options).join('\n'));
    },
    dedent(m, args, names) {
      functionOneArgument(m, 'dedent', args, names);
      return m.str(dedent(m.toStr(args[0])));
    },
  },
  source,
};
