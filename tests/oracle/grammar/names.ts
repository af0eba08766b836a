/** Every way in which a name or an attribute lets go of what it held. */
import type { Templates } from './template.ts';

export const NAMES: Templates = {
  del: { weight: 4, needs: ['any'], drops: true, write: ({ names: [a] }) => `del ${a}` },
  shift: {
    needs: ['node', 'node'],
    drops: true,
    write: ({ names: [a, b] }) => `${a}, ${b}.x = None, [${a}]`,
  },
  none: { weight: 2, needs: ['any'], drops: true, write: ({ names: [a] }) => `${a} = None` },
  sameNode: { needs: ['node'], makes: 'node', write: ({ names: [a], target }) => `${target} = ${a}` },
  sameList: { needs: ['list'], makes: 'list', write: ({ names: [a], target }) => `${target} = ${a}` },
  swap: { needs: ['node', 'node'], write: ({ names: [a, b] }) => `${a}, ${b} = ${b}, ${a}` },
  thing: { makes: 'thing', write: (c) => `${c.target} = ${c.value()}` },
};
