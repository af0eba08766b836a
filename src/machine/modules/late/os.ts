/** The Python of `os`: what does not need an operating system. */
export const osSource = `\
name = 'posix'
sep = '/'
linesep = '\\n'
environ = {}


def getenv(key, default=None):
    return environ.get(key, default)


class _Path:
    sep = '/'

    @staticmethod
    def join(first, *parts):
        path = first
        for part in parts:
            if part.startswith('/') or not path:
                path = part
            elif path.endswith('/'):
                path += part
            else:
                path += '/' + part
        return path

    @staticmethod
    def split(path):
        head, slash, tail = path.rpartition('/')
        return (head or slash, tail)

    @staticmethod
    def basename(path):
        return path.rpartition('/')[2]

    @staticmethod
    def dirname(path):
        head, slash, tail = path.rpartition('/')
        return head or slash

    @staticmethod
    def splitext(path):
        head, dot, tail = path.rpartition('.')
        if not dot or '/' in tail or not head or head.endswith('/'):
            return (path, '')
        return (head, dot + tail)

    @staticmethod
    def exists(path):
        return False

    isfile = isdir = exists

    @staticmethod
    def abspath(path):
        return path if path.startswith('/') else '/' + path


path = _Path()
`;
