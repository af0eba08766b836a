/** The Python of `io`: StringIO. Source: CPython Modules/_io/stringio.c. */
export const ioSource = `\
class StringIO:
    def __init__(self, initial_value='', newline='\\n'):
        self._text = initial_value
        self._position = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        start = self._position
        before = self._text[:start].ljust(start, '\\0')
        self._text = before + text + self._text[start + len(text):]
        self._position = start + len(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        start = self._position
        end = len(self._text) if size is None or size < 0 else start + size
        text = self._text[start:end]
        self._position = start + len(text)
        return text

    def readline(self, size=-1):
        self._check()
        start = self._position
        at = self._text.find('\\n', start)
        end = len(self._text) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._position = max(start, end)
        return self._text[start:end]

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, position, whence=0):
        self._check()
        if whence == 2:
            position += len(self._text)
        elif whence == 1:
            position += self._position
        self._position = max(0, position)
        return self._position

    def tell(self):
        self._check()
        return self._position

    def truncate(self, size=None):
        size = self._position if size is None else size
        self._text = self._text[:size]
        return size

    def flush(self):
        self._check()

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, error, trace):
        self.close()
`;
