/** ZeroDivisionError: 3.14 says "division by zero" for nearly everything, earlier versions name the operation. */
import type { Machine } from '../native.ts';
import { isAtLeast } from './versions.ts';

export type ZeroDivision =
  | 'int /'
  | 'int //'
  | 'int %'
  | 'float /'
  | 'float //'
  | 'float %'
  | 'float divmod'
  | 'complex /'
  | 'power'
  | 'complex power';

const earlierMessages: Readonly<Record<ZeroDivision, string>> = {
  'int /': 'division by zero',
  'int //': 'integer division or modulo by zero',
  'int %': 'integer modulo by zero',
  'float /': 'float division by zero',
  'float //': 'float floor division by zero',
  'float %': 'float modulo',
  'float divmod': 'float divmod()',
  'complex /': 'complex division by zero',
  power: '0.0 cannot be raised to a negative power',
  'complex power': '0.0 to a negative or complex power',
};

const laterMessages: Readonly<Partial<Record<ZeroDivision, string>>> = {
  power: 'zero to a negative power',
  'complex power': 'zero to a negative or complex power',
};

export function raiseZeroDivision(m: Machine, operation: ZeroDivision): never {
  let message = earlierMessages[operation];
  if (isAtLeast(m, 14)) {
    message = laterMessages[operation] ?? 'division by zero';
  } else if (operation === 'float %' && isAtLeast(m, 13)) {
    message = 'float modulo by zero';
  }
  return m.raise('ZeroDivisionError', message);
}
