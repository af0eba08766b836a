/** The module collections; what is Python in it is `late/collections.ts`. */
import type { NativeModule } from '../native.ts';
import { defaultDictType } from '../types/defaultdict.ts';
import { dequeTypes } from '../types/deque.ts';
import { tupleGetterType, tupleMaker } from '../types/named-tuple.ts';
import { orderedDictType } from '../types/ordered-dict.ts';
import { orderedViewTypes } from '../types/ordered-dict-views.ts';

export const collectionsModule: NativeModule = {
  name: 'collections',
  types: [...dequeTypes, defaultDictType, orderedDictType, ...orderedViewTypes, tupleGetterType],
  functions: { _tuple_maker: tupleMaker },
  hasLateSource: true,
  deferred: { source: '_collections_user', names: ['ChainMap', 'UserDict', 'UserList', 'UserString'] },
};
