/**
 * Of which call a value on the stack is an argument. The journal does not record which built-in function is called, so the
 * line that the frame is on is read: a value is named only where every place in which the line speaks of it is an argument
 * of one and the same call. Otherwise nothing is said: better no name than a wrong one.
 */
import type { FrameView, HeapView } from '../playhead/heap-view.ts';
import { globalName } from './global-names.ts';
import { slotNameAt } from './slot-name.ts';

/** A name, or names joined by dots, in a line of Python. */
export interface Mention {
  /** `['root', 'children']` */
  readonly path: readonly string[];
  /** Last name of the function whose argument it is, by itself; '' where it is something else. */
  readonly call: string;
}

/** `getrefcount` for `print(sys.getrefcount(root))` and what `root` is in `frame`; '' when that is not certain. */
export function callOfArgument(state: HeapView, frame: FrameView, id: number): string {
  const { journal } = state;
  const code = journal.codes.get(frame.code);
  const statement = journal.statements.find(({ filename }) => filename === code?.filename);
  const line = statement?.source.split('\n')[frame.line - 1];
  if (line === undefined) return '';
  const calls = new Set<string>();
  for (const { path, call } of mentionsIn(line)) if (valueOf(state, frame, path) === id) calls.add(call);
  const [call] = calls;
  return calls.size === 1 ? call : '';
}

function valueOf(state: HeapView, frame: FrameView, path: readonly string[]): number {
  const [name, ...attributes] = path;
  const { journal } = state;
  const local = journal.codes.get(frame.code)?.slotNames.indexOf(name) ?? -1;
  let word = local >= 0 ? (frame.locals[local] ?? 0) : globalOf(state, name);
  for (const attribute of attributes) word = word > 0 ? attributeOf(state, word, attribute) : 0;
  return word;
}

function globalOf(state: HeapView, name: string): number {
  const { globals } = state.journal;
  for (let slot = 1; slot < state.slotCount[globals]; slot += 2) {
    if (state.slot(globals, slot) > 0 && globalName(state, slot) === name) return state.slot(globals, slot);
  }
  return 0;
}

function attributeOf(state: HeapView, holder: number, attribute: string): number {
  const dict = state.dictOf[holder];
  for (let slot = 1; dict > 0 && slot < state.slotCount[dict]; slot += 2)
    if (slotNameAt(state, dict, slot) === `['${attribute}']`) return state.slot(dict, slot);
  for (let slot = 0; slot < state.slotCount[holder]; slot++)
    if (slotNameAt(state, holder, slot) === `.${attribute}`) return state.slot(holder, slot);
  return 0;
}

const NAMES = /[\p{L}_][\p{L}\p{N}_]*(\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*/uy;
const STRING = /([A-Za-z]{0,2})('''|"""|'|")/y;
const NUMBER = /\d[\w.]*/y;

/** What a line speaks of, in order. Before `.name` and `(`, what leads there is mentioned as something else, too. */
export function mentionsIn(line: string): Mention[] {
  const mentions: Mention[] = [];
  // By open bracket: the function that is called; '' for a bracket of another kind.
  const brackets: string[] = [];
  let callee = '';
  // What stands before the next name, to tell whether it is an argument by itself.
  let before = '';
  for (let at = 0; at < line.length;) {
    const string = matchAt(STRING, line, at);
    const number = matchAt(NUMBER, line, at);
    const names = matchAt(NAMES, line, at);
    if (line[at] === '#') break;
    if (string !== null) {
      const end = endOfString(line, at + string[0].length, string[2]);
      if (/f/i.test(string[1])) mentions.push(...fieldsIn(line.slice(at + string[0].length, end)));
      at = end + string[2].length;
      before = callee = '';
    } else if (number !== null) {
      at += number[0].length;
      before = callee = '';
    } else if (names !== null) {
      const path = names[0].split('.').map((name) => name.trim());
      at += names[0].length;
      const after = line.slice(at).trimStart();
      for (let length = 1; length < path.length; length++) mentions.push({ path: path.slice(0, length), call: '' });
      const isKeyword = /^=(?!=)/.test(after) && brackets.length > 0;
      const isArgument = (before === '(' || before === ',' || before === '=') && /^[,)]/.test(after);
      if (!isKeyword && before !== '.') mentions.push({ path, call: isArgument ? (brackets.at(-1) ?? '') : '' });
      callee = after.startsWith('(') ? path[path.length - 1] : '';
      before = '';
    } else {
      const mark = line[at++];
      if (mark.trim() === '') continue;
      if ('([{'.includes(mark)) brackets.push(mark === '(' ? callee : '');
      else if (')]}'.includes(mark)) brackets.pop();
      before = mark;
      callee = '';
    }
  }
  return mentions;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endOfString(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line.startsWith(quote, at)) return at;
  }
  return line.length;
}

/** The expressions of a formatted string. */
function fieldsIn(text: string): Mention[] {
  const mentions: Mention[] = [];
  let depth = 0;
  let begins = 0;
  for (let at = 0; at < text.length; at++) {
    if (depth === 0 && text.startsWith('{{', at)) at++;
    else if (text[at] === '{') {
      if (depth++ === 0) begins = at + 1;
    } else if (text[at] === '}' && depth > 0 && --depth === 0) {
      mentions.push(...mentionsIn(text.slice(begins, at)));
    }
  }
  return mentions;
}
