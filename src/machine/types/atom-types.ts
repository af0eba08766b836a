/** The built-in types whose values are labels rather than nodes, and range. Bases come before what is derived from them. */
import type { TypeDeclaration } from '../native.ts';
import { bytearrayType } from './bytearray.ts';
import { bytearrayIteratorType, bytesIteratorType, bytesType } from './bytes.ts';
import { complexType } from './complex.ts';
import { floatType } from './float.ts';
import { boolType, intType } from './int.ts';
import { ellipsisType, noneType, notImplementedType } from './none.ts';
import { longRangeIteratorType, rangeIteratorType } from './range-iterator.ts';
import { rangeType } from './range.ts';
import { strAsciiIteratorType, strIteratorType } from './str-iterator.ts';
import { strType } from './str.ts';

export const atomTypes: readonly TypeDeclaration[] = [
  noneType,
  ellipsisType,
  notImplementedType,
  intType,
  boolType,
  floatType,
  complexType,
  strType,
  strIteratorType,
  strAsciiIteratorType,
  bytesType,
  bytesIteratorType,
  bytearrayType,
  bytearrayIteratorType,
  rangeType,
  rangeIteratorType,
  longRangeIteratorType,
];
