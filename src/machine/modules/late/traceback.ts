/** The Python of `traceback`: what prints exceptions. Source: CPython Lib/traceback.py. */
export const tracebackSource = `\
import sys


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(_handled())


def format_exc(limit=None, chain=True):
    return _handled()


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    (file or sys.stderr).write(_text(exc, value))


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return _lines(_text(exc, value))


def format_exception_only(exc, /, value=None):
    return _lines(_only(exc, value))


def _frames():
    frame = sys._getframe(2)
    found = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back
    return found[::-1]


def format_stack(f=None, limit=None):
    return [f'  File "{f.f_code.co_filename}", line {f.f_lineno}, in {f.f_code.co_name}\\n' for f in _frames()]


def print_stack(f=None, limit=None, file=None):
    for f in _frames():
        (file or sys.stderr).write(f'  File "{f.f_code.co_filename}", line {f.f_lineno}, in {f.f_code.co_name}\\n')
`;
