/** The built-in types that hold references: containers, their iterators and views, and the lazy iterators over them. */
import type { TypeDeclaration } from '../native.ts';
import { dictIteratorTypes } from './dict-iterator.ts';
import { dictViewTypes } from './dict-view.ts';
import { dictType } from './dict.ts';
import { enumerateType } from './enumerate.ts';
import { filterType } from './filter.ts';
import { genericAliasType } from './generic-alias.ts';
import { listType } from './list.ts';
import { mapType } from './map.ts';
import {
  callableIteratorType,
  getItemIteratorType,
  listIteratorType,
  listReverseIteratorType,
  reversedType,
  tupleIteratorType,
} from './sequence-iterator.ts';
import { setIteratorType } from './set-iterator.ts';
import { frozensetType, setType } from './set.ts';
import { sliceType } from './slice.ts';
import { tupleType } from './tuple.ts';
import { unionType } from './union-type.ts';
import { zipType } from './zip.ts';

export const containerTypes: readonly TypeDeclaration[] = [
  listType,
  tupleType,
  dictType,
  setType,
  frozensetType,
  sliceType,
  genericAliasType,
  unionType,
  listIteratorType,
  listReverseIteratorType,
  tupleIteratorType,
  getItemIteratorType,
  callableIteratorType,
  reversedType,
  ...dictIteratorTypes,
  ...dictViewTypes,
  setIteratorType,
  enumerateType,
  zipType,
  mapType,
  filterType,
];
