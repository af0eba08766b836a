/** __future__: what `from __future__ import …` binds; the compiler does the rest. Source: CPython Lib/__future__.py. */
import type { NativeModule } from '../native.ts';

const source = `
class _Feature:
    def __init__(self, optional, mandatory, flag):
        self.optional, self.mandatory, self.compiler_flag = optional, mandatory, flag

    def __repr__(self):
        return '_Feature' + repr((self.optional, self.mandatory, self.compiler_flag))


nested_scopes = generators = division = absolute_import = with_statement = _Feature((2, 1, 0, 'beta', 1), (3, 0, 0, 'alpha', 0), 0)
print_function = unicode_literals = _Feature((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x100000)
barry_as_FLUFL = _Feature((3, 1, 0, 'alpha', 2), (4, 0, 0, 'alpha', 0), 0x400000)
generator_stop = _Feature((3, 5, 0, 'beta', 1), (3, 7, 0, 'alpha', 0), 0x800000)
annotations = _Feature((3, 7, 0, 'beta', 1), None, 0x1000000)
`;

export const futureModule: NativeModule = { name: '__future__', source };
