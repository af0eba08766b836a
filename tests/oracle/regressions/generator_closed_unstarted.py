"""close() of a generator that has not started: from 3.12 until gh-142766 it keeps its arguments."""
class Node:
    def __del__(self): print('~')
def numbers(value):
    yield value
first = numbers(Node())
first.close()
print('closed', first.gi_frame)
del first
second = numbers(Node())
del second
print('end')
