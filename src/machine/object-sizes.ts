/** Shallow sizes in bytes, as sys.getsizeof shows them on 64-bit builds (cpython-memory.md section 6). */
import { Kind, type KindNumber } from '../heap/kinds.ts';
import type { Profile } from './native.ts';

/** Size of a new object of a kind that holds `slots` references. Lists: as many items as there is room for. */
export function bytesOfKind(profile: Profile, kind: KindNumber, slots: number): number {
  switch (kind) {
    case Kind.LIST:
      return 56 + 8 * slots;
    case Kind.TUPLE:
      return profile.sizes.tupleBase + 8 * slots;
    case Kind.DICT:
      return 64;
    case Kind.SET:
    case Kind.FROZENSET:
      return 216;
    case Kind.INSTANCE:
      return profile.sizes.instance;
    case Kind.TYPE:
      return profile.sizes.type;
    case Kind.FUNCTION:
      return profile.sizes.function;
    case Kind.METHOD:
    case Kind.BYTEARRAY:
    case Kind.PARTIAL:
      return kind === Kind.METHOD ? 64 : kind === Kind.BYTEARRAY ? 56 : 80;
    case Kind.BUILTIN:
      return 72;
    case Kind.CELL:
      return 40;
    case Kind.GENERATOR:
      return profile.sizes.generatorBase;
    case Kind.MODULE:
      return profile.sizes.module;
    case Kind.EXCEPTION:
      return 88;
    case Kind.TRACEBACK:
    case Kind.SUPER:
      return 56;
    case Kind.DESCRIPTOR:
      return 64;
    case Kind.FRAME:
      return profile.sizes.frameBase + 8 * slots;
    case Kind.WEAKREF:
    case Kind.WEAKPROXY:
    case Kind.PROPERTY:
      return 80;
    case Kind.STATICMETHOD:
    case Kind.CLASSMETHOD:
      return 48;
    case Kind.MAPPING_PROXY:
    case Kind.DICT_VIEW:
      return 40;
    case Kind.DEQUE:
      return 760;
    case Kind.OBJECT:
      return 16;
    case Kind.COMPLEX:
      return 32;
    case Kind.RANGE:
    case Kind.RANGE_ITERATOR:
      return 48;
    case Kind.SLICE:
      return 56;
    default:
      return 72;
  }
}

/** What built-in exceptions have beyond BaseException. */
const EXCEPTION_FIELDS: Readonly<Record<string, number>> = {
  StopIteration: 8,
  SystemExit: 8,
  NameError: 8,
  AttributeError: 16,
  BaseExceptionGroup: 16,
  ImportError: 24,
  OSError: 40,
  UnicodeDecodeError: 40,
  UnicodeEncodeError: 40,
  UnicodeTranslateError: 40,
  SyntaxError: 64,
};

/** Size of an instance of a built-in exception, whose base has instances of `base` bytes. */
export function bytesOfException(profile: Profile, name: string, base: number): number {
  const fields = Object.hasOwn(EXCEPTION_FIELDS, name) ? EXCEPTION_FIELDS[name] : 0;
  // name_from is of 3.12.
  return base + fields + (name === 'ImportError' && profile.versionInfo[1] >= 12 ? 8 : 0);
}

/** Size of a str. */
export function bytesOfStr(profile: Profile, value: string): number {
  const sizes = profile.sizes;
  let widest = 0;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit > widest) widest = unit;
  }
  if (widest < 0x80) return sizes.strAscii + value.length;
  if (widest < 0x100) return sizes.strLatin1 + value.length;
  if (widest < 0xd800 || !/[\ud800-\udbff][\udc00-\udfff]/.test(value)) return sizes.strTwoByte + 2 * value.length;
  return sizes.strFourByte + 4 * [...value].length;
}

/** Size of an int: 28 bytes up to 30 bits, four more for every further 30. */
export function bytesOfInt(value: number | bigint): number {
  if (typeof value === 'number') {
    const magnitude = Math.abs(value);
    return magnitude < 2 ** 30 ? 28 : 32;
  }
  const bits = (value < 0n ? -value : value).toString(2).length;
  return 24 + 4 * Math.ceil(bits / 30);
}
