# from __future__: unknown features, and late ones.
def show(source):
    try: exec(source, {})
    except SyntaxError as e: print(e.msg, e.lineno)
    else: print('fine')
show('from __future__ import annotations')
show('"doc"\nfrom __future__ import annotations, division')
show('from __future__ import nothing')
show('from __future__ import braces')
show('x = 1\nfrom __future__ import annotations')
show('import sys\nfrom __future__ import annotations')
show('from __future__ import division\nfrom __future__ import annotations\nx = 1')
