/** Paths of the icons, 16 by 16 units, drawn as lines. */
export const icons = {
  start: 'M3 3v10M13 3.5 6 8l7 4.5z',
  end: 'M13 3v10M3 3.5 10 8l-7 4.5z',
  play: 'M4.5 2.8 12.5 8l-8 5.2z',
  pause: 'M5 3v10M11 3v10',
  forward: 'M6 3l5 5-5 5',
  back: 'M10 3 5 8l5 5',
  eventForward: 'M3 8h9M8.5 4.5 12 8l-3.5 3.5',
  eventBack: 'M13 8H4M7.5 4.5 4 8l3.5 3.5',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.200C8.3 8.7 8 9.1 8 10M8 12.700v.1',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.500M8 13.5V15M1 8h1.500M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  link: 'M6.5 9.5 9.5 6.500M7 4.500l1.2-1.200a3 3 0 0 1 4.3 4.300L11.3 8.800M9 11.500l-1.2 1.200a3 3 0 0 1-4.3-4.300L4.7 7.2',
  free: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 11.800l7.6-7.6',
  collection: 'M13 8a5 5 0 1 1-1.5-3.600M13 2.5v2.600h-2.6',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
} as const;
export type IconName = keyof typeof icons;
