# Calling built-in types whose instances only the interpreter makes: a TypeError, where object() once made one without a layout.
import types
for t in (types.FrameType, types.GeneratorType, type({}.keys()), type({}.values()), type({}.items()), type(iter([])),
          type(iter(())), type(iter({})), type(iter(set())), type(iter('')), type(len), type([].append), type(list.append),
          type(int.__add__), type(iter(range(3))), type(int.numerator), types.MemberDescriptorType,
          types.MethodWrapperType):
    try:
        print(t.__name__, repr(t()))
    except TypeError as error:
        print(t.__name__, error)
