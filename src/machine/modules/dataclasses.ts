/** The module dataclasses: our own Python, executed by the machine, with native `__init__` methods. */
import type { NativeModule } from '../native.ts';
import { makeInit } from '../types/init-maker.ts';

export const dataclassesModule: NativeModule = {
  name: 'dataclasses',
  functions: { _make_init: makeInit },
  hasLateSource: true,
};
