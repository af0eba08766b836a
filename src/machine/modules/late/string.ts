/** The Python of `string`: capwords, Template, Formatter. Source: CPython Lib/string.py. */
export const stringSource = `
def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _invalid(self, at):
        before = self.template[:at].splitlines(keepends=True)
        if not before:
            colno, lineno = 1, 1
        else:
            colno = at - len(''.join(before[:-1])) + 1
            lineno = len(before)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def _substituted(self, mapping, safe):
        template = self.template
        parts = []
        at = 0
        while True:
            start = template.find(self.delimiter, at)
            if start < 0:
                parts.append(template[at:])
                return ''.join(parts)
            parts.append(template[at:start])
            after = start + len(self.delimiter)
            if template.startswith(self.delimiter, after):
                parts.append(self.delimiter)
                at = after + len(self.delimiter)
                continue
            braced = template.startswith('{', after)
            begin = after + 1 if braced else after
            end = begin
            while end < len(template) and template[begin:end + 1].isidentifier() and template[end].isascii():
                end += 1
            if end == begin or braced and not template.startswith('}', end):
                if not safe:
                    self._invalid(start)
                parts.append(self.delimiter)
                at = after
                continue
            name = template[begin:end]
            at = end + 1 if braced else end
            if safe and name not in mapping:
                parts.append(template[start:at])
            else:
                parts.append(str(mapping[name]))

    def substitute(self, mapping={}, /, **kws):
        return self._substituted({**mapping, **kws} if kws else mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._substituted({**mapping, **kws} if kws else mapping, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
`;
