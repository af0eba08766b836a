/** math.floor, ceil and trunc: special methods first. Source: CPython Modules/mathmodule.c. */
import type { NativeCall } from '../../native.ts';
import { functionOneArgument } from '../../types/call-arguments.ts';
import { floatToInteger, requireFloat } from '../../types/number-conversion.ts';

function rounding(name: string, method: string, round: (x: number) => number): NativeCall {
  return (m, args, names) => {
    functionOneArgument(m, `math.${name}`, args, names);
    if (!m.isFloat(args[0])) {
      const special = m.special(args[0], method);
      if (special !== 0) return m.call(special, [args[0]]);
    }
    return m.int(floatToInteger(m, round(requireFloat(m, args[0]))));
  };
}

export const roundingFunctions: Readonly<Record<string, NativeCall>> = {
  floor: rounding('floor', '__floor__', Math.floor),
  ceil: rounding('ceil', '__ceil__', Math.ceil),
  trunc(m, args, names) {
    functionOneArgument(m, 'math.trunc', args, names);
    const special = m.special(args[0], '__trunc__');
    if (special !== 0) return m.call(special, [args[0]]);
    const type = m.typeName(args[0]);
    return m.raise('TypeError', `type ${type} doesn't define __trunc__ method`);
  },
};
