import type { Profile } from '../native.ts';
import { cpython314 } from './cpython-3-14.ts';

/** CPython 3.14.0 to 3.14.4 (3.14.2): the only versions with the incremental collector. */
export const cpython3142: Profile = {
  ...cpython314,
  name: '3.14.2',
  title: 'CPython 3.14.2 (incremental collector)',
  versionInfo: [3, 14, 2],
  thresholds: [2000, 10, 0],
  collector: 'incremental',
  untracksTuplesBeforeScan: true,
  finalizesUnstartedGenerators: false,
  visitsMaterialisedDict: false,
};
