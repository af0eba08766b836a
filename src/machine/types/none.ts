/** The types of None, Ellipsis and NotImplemented. Source: CPython Objects/object.c, Objects/sliceobject.c. */
import { Kind, type KindNumber } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isAtLeast } from './versions.ts';

function singletonType(
  name: string,
  kind: KindNumber,
  text: string,
  singleton: (m: Machine) => number,
  truth: (m: Machine) => boolean,
): TypeDeclaration {
  return {
    name,
    kind,
    slots: {
      create(m, _type, args) {
        if (args.length > 0) m.raise('TypeError', `${name} takes no arguments`);
        return singleton(m);
      },
      repr: () => text,
      truth,
    },
  };
}

export const noneType = singletonType(
  'NoneType',
  Kind.NONE,
  'None',
  (m) => m.none,
  () => false,
);

export const ellipsisType = singletonType(
  'ellipsis',
  Kind.ELLIPSIS,
  'Ellipsis',
  (m) => m.ellipsis,
  () => true,
);

export const notImplementedType = singletonType(
  'NotImplementedType',
  Kind.NOT_IMPLEMENTED,
  'NotImplemented',
  (m) => m.notImplemented,
  (m) => {
    // Earlier versions only warn.
    if (!isAtLeast(m, 14)) return true;
    return m.raise('TypeError', 'NotImplemented should not be used in a boolean context');
  },
);
