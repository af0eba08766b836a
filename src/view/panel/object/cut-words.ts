/** What a cut would do, in sentences. */
import type { Reclaimer } from '../../../insight/garbage.ts';
import type { Tally, WhatIf } from '../../../insight/what-if.ts';
import { bytesText, countText } from '../../words.ts';

/** `21 objects (2.9 KiB)` */
export function tallyText({ objects, bytes }: Tally): string {
  return `${countText(objects)} ${objects === 1 ? 'object' : 'objects'} (${bytesText(bytes)})`;
}

const WAITING: Readonly<Record<Reclaimer, string>> = {
  generational: 'cyclic garbage and wait for a collection',
  refcount: 'cyclic garbage that this heap, which only counts, never frees',
  'mark-sweep': 'garbage and wait for the sweep',
};

/** `name`: the reference, as Python would name it. */
export function cutSentence(name: string, { freed, waits, frozen, stays }: WhatIf, reclaimer: Reclaimer): string {
  const rest = `${tallyText(stays)} ${stays.objects === 1 ? 'stays' : 'stay'}.`;
  const waiting = `${tallyText(waits)} would become ${WAITING[reclaimer]}`;
  if (freed.objects === 0 && waits.objects === 0)
    return `If \`${name}\` were cut, nothing would go: something else still holds what it leads to. ${rest}`;
  const parts = [
    ...(freed.objects > 0 ? [`${tallyText(freed)} would be freed at once by reference count`] : []),
    ...(waits.objects > 0 ? [waiting] : []),
  ];
  const aside = frozen.objects === 0 || reclaimer !== 'generational' ? '' : ` ${frozenText(waits, frozen)}`;
  return `If \`${name}\` were cut, ${parts.join(', and ')}; ${rest}${aside}`;
}

function frozenText(waits: Tally, frozen: Tally): string {
  const who = frozen.objects === waits.objects ? 'What waits' : `Of what waits, ${tallyText(frozen)}`;
  return `${who} is frozen or held by what is: no collection frees it before gc.unfreeze().`;
}

/** What makes the answer uncertain; '' when nothing does. */
export function doubtSentence({ finalizers, callbacks }: WhatIf): string {
  const code = [
    ...(finalizers.length > 0 ? [counted(finalizers.length, 'finalizer')] : []),
    ...(callbacks.length > 0 ? [counted(callbacks.length, 'weak reference callback')] : []),
  ];
  return code.length === 0
    ? ''
    : `${code.join(' and ')} would run Python code, which may keep or drop more; that is not foreseen here.`;
}

function counted(count: number, thing: string): string {
  return `${countText(count)} ${thing}${count === 1 ? '' : 's'}`;
}
