import { assertDefined } from '../../base/assert.ts';
import type { ProblemList } from '../problem.ts';
import type { Span } from '../syntax.ts';
import { bound, Use, type NameInfo, type Place, type Scope } from './scope.ts';
