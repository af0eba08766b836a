/** The module types: names for the types of built-in objects, and SimpleNamespace. */
import type { Machine, NativeModule } from '../native.ts';
import { simpleNamespaceType } from '../types/simple-namespace.ts';

/** Name in the module → name of the built-in type. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  FunctionType: 'function',
  LambdaType: 'function',
  MethodType: 'method',
  BuiltinFunctionType: 'builtin_function_or_method',
  BuiltinMethodType: 'builtin_function_or_method',
  MethodDescriptorType: 'method_descriptor',
  WrapperDescriptorType: 'wrapper_descriptor',
  MethodWrapperType: 'method-wrapper',
  GetSetDescriptorType: 'getset_descriptor',
  MemberDescriptorType: 'member_descriptor',
  GeneratorType: 'generator',
  CodeType: 'code',
  CellType: 'cell',
  FrameType: 'frame',
  TracebackType: 'traceback',
  ModuleType: 'module',
  MappingProxyType: 'mappingproxy',
  NoneType: 'NoneType',
  EllipsisType: 'ellipsis',
  NotImplementedType: 'NotImplementedType',
  GenericAlias: 'types.GenericAlias',
  UnionType: 'types.UnionType',
};

function attributes(m: Machine): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, typeName] of Object.entries(TYPE_NAMES)) {
    const type = typeOrNothing(m, typeName);
    if (type === 0) continue;
    m.heap.incref(type);
    found[name] = type;
  }
  return found;
}

/** A machine may do without some of them. */
function typeOrNothing(m: Machine, name: string): number {
  try {
    return m.type(name);
  } catch {
    return 0;
  }
}

export const typesModule: NativeModule = {
  name: 'types',
  types: [simpleNamespaceType],
  attributes,
  hasLateSource: true,
};
