"""A frame that a traceback has kept gives up its slots in the version's order, as a frame that ends does."""

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('~', self.name)

def raising(value):
    first = Noisy('first')
    second = Noisy('second')
    raise ValueError

try:
    raising(Noisy('value'))
except ValueError as error:
    kept = error
print('caught')
kept = None
