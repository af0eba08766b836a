/** The module itertools. */
import type { NativeModule } from '../native.ts';
import { combiningTypes } from './itertools/combining.ts';
import { endlessTypes } from './itertools/endless.ts';
import { groupingTypes, tee } from './itertools/grouping.ts';
import { joiningTypes } from './itertools/joining.ts';
import { selectingTypes } from './itertools/selecting.ts';

export const itertoolsModule: NativeModule = {
  name: 'itertools',
  functions: { tee },
  types: [...endlessTypes, ...selectingTypes, ...joiningTypes, ...groupingTypes, ...combiningTypes],
};
