/** The types that the machine itself is made of, bases first. */
import type { TypeDeclaration } from './native.ts';
import { callableTypes } from './callable-types.ts';
import { descriptorTypes } from './descriptor-types.ts';
import { frameTypes } from './frame-types.ts';
import { generatorType } from './generator-type.ts';
import { mappingProxyType } from './mapping-proxy.ts';
import { moduleType } from './module-type.ts';
import { objectType } from './object-type.ts';
import { superDeclaration } from './super.ts';
import { typeType } from './type-type.ts';

export const coreTypes: readonly TypeDeclaration[] = [
  objectType,
  typeType,
  ...callableTypes,
  ...descriptorTypes,
  ...frameTypes,
  generatorType,
  mappingProxyType,
  moduleType,
  superDeclaration,
];
