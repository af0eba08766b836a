/** Checks of text arguments in CPython's words. */
import type { Machine } from '../native.ts';
import { isAtLeast } from './versions.ts';

/** The text of a str argument; TypeError `replace() argument 2 must be str, not int`. */
export function textArgument(m: Machine, method: string, place: number, id: number): string {
  if (m.isStr(id)) return m.strValue(id);
  const where = place === 0 ? '' : ` ${place}`;
  return m.raise('TypeError', `${method}() argument${where} must be str, not ${m.typeName(id)}`);
}

/** As `textArgument`, in the short words of earlier versions: `must be str, not int`. */
export function plainTextArgument(m: Machine, id: number): string {
  if (m.isStr(id)) return m.strValue(id);
  return m.raise('TypeError', `must be str, not ${m.typeName(id)}`);
}

/** A start or stop argument of the find family: null for an omitted one or None. */
export function boundArgument(m: Machine, id: number | undefined): number | null {
  if (id === undefined || id === m.none) return null;
  if (!m.isInt(id) && m.special(id, '__index__') === 0) {
    m.raise(
      'TypeError',
      isAtLeast(m, 15)
        ? 'slice indices must be integers or have an __index__ method'
        : 'slice indices must be integers or None or have an __index__ method',
    );
  }
  return m.indexNumber(id);
}

/** A list of new str objects. */
export function listOfTexts(m: Machine, texts: readonly string[]): number {
  return m.list(texts.map((text) => m.str(text)));
}
