import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

const prelude = `
from contextlib import *
events = []
@contextmanager
def manage(x):
    events.append(f'enter {x}')
    try:
        yield x * 2
    except ValueError as error:
        events.append(f'caught {error}')
    finally:
        events.append(f'exit {x}')
def using(action=None):
    events.clear()
    try:
        with manage(3) as value:
            events.append(value)
            if action: raise action
    except Exception as error:
        events.append(repr(error))
    return list(events)
def stacked(fail):
    events.clear()
    with ExitStack() as stack:
        stack.enter_context(manage(1))
        stack.enter_context(manage(2))
        stack.callback(events.append, 'callback')
        if fail: raise ValueError('boo')
    return list(events)
def suppressed(kind):
    with suppress(KeyError, IndexError):
        raise kind('x')
    return 'suppressed'
class Closing:
    def close(self): events.append('closed')
def closes():
    events.clear()
    with closing(Closing()) as c:
        events.append(type(c).__name__)
    return list(events)
@contextmanager
def never():
    if False: yield
@contextmanager
def more():
    yield 1
    yield 2
def enter(manager):
    with manager() as x: return x
@manage(7)
def decorated(): return 'result'
`;

// Expression and answer of CPython; later ones may see what earlier ones did.
const rows: readonly (readonly [string, string])[] = [
  ['using()', "['enter 3', 6, 'exit 3']"],
  ["using(ValueError('boo'))", "['enter 3', 6, 'caught boo', 'exit 3']"],
  ["using(KeyError('k'))", "['enter 3', 6, 'exit 3', \"KeyError('k')\"]"],
  ['stacked(False)', "['enter 1', 'enter 2', 'callback', 'exit 2', 'exit 1']"],
  ['stacked(True)', "['enter 1', 'enter 2', 'callback', 'caught boo', 'exit 2', 'exit 1']"],
  ['suppressed(KeyError)', "'suppressed'"],
  ['suppressed(ValueError)', 'ValueError: x'],
  ['closes(), enter(lambda: nullcontext(5))', "(['Closing', 'closed'], 5)"],
  ['enter(never)', "RuntimeError: generator didn't yield"],
  ['enter(more)', "RuntimeError: generator didn't stop"],
  ['decorated()', "'result'"],
];

const given = answers(
  rows.map(([expression]) => expression),
  prelude,
);

test.each(rows.map(([expression, answer], i) => [expression, answer, given[i]] as const))('%s', (_, answer, found) => {
  expect(found).toBe(answer);
});
