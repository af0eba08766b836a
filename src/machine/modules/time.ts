/** The module time, over the simulated clock. Source: CPython Modules/timemodule.c. */
import type { Machine, NativeCall, NativeModule } from '../native.ts';
import { SimulatedClock } from './simulated-clock.ts';

const NANOSECONDS = 1e9;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

function seconds(m: Machine, id: number): number {
  return m.isFloat(id) ? m.floatValue(id) : Number(m.index(id));
}

/** The nine fields of struct_time, in UTC. */
function fieldsOf(time: number): number[] {
  // Calendar arithmetic of a given moment, not the clock.
  // eslint-disable-next-line no-restricted-globals
  const date = new Date(Math.floor(time) * 1000);
  const year = date.getUTCFullYear();
  // eslint-disable-next-line no-restricted-globals
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  return [
    year,
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    (date.getUTCDay() + 6) % 7,
    dayOfYear,
    0,
  ];
}

function formatTime(format: string, fields: readonly number[]): string {
  const [year, month, day, hour, minute, second, weekday, dayOfYear] = fields;
  const two = (value: number): string => String(value).padStart(2, '0');
  const codes: Record<string, () => string> = {
    Y: () => String(year),
    y: () => two(year % 100),
    m: () => two(month),
    d: () => two(day),
    H: () => two(hour),
    I: () => two(hour % 12 || 12),
    M: () => two(minute),
    S: () => two(second),
    p: () => (hour < 12 ? 'AM' : 'PM'),
    j: () => String(dayOfYear).padStart(3, '0'),
    A: () => WEEKDAYS[weekday],
    a: () => WEEKDAYS[weekday].slice(0, 3),
    B: () => MONTHS[month - 1],
    b: () => MONTHS[month - 1].slice(0, 3),
    F: () => `${year}-${two(month)}-${two(day)}`,
    T: () => `${two(hour)}:${two(minute)}:${two(second)}`,
    Z: () => 'UTC',
    z: () => '+0000',
    '%': () => '%',
  };
  return format.replace(/%(.)/g, (all, code: string) => codes[code]?.() ?? all);
}

function reading(name: string, read: (m: Machine) => number): NativeCall {
  return (m, args, names) => {
    m.expectArguments(`time.${name}`, args, names, 0);
    return m.float(read(m));
  };
}

function readingNanoseconds(name: string, read: (m: Machine) => number): NativeCall {
  return (m, args, names) => {
    m.expectArguments(`time.${name}`, args, names, 0);
    return m.int(Math.round(read(m) * NANOSECONDS));
  };
}

function functionsOf(clock: SimulatedClock): Record<string, NativeCall> {
  const now = (m: Machine): number => clock.now(m);
  const elapsed = (m: Machine): number => clock.elapsed(m);
  const busy = (m: Machine): number => clock.busy(m);
  const broken: NativeCall = (m, args) => {
    const time = args.length > 0 && args[0] !== m.none ? seconds(m, args[0]) : clock.now(m);
    return m.tuple(fieldsOf(time).map((field) => m.int(field)));
  };
  return {
    time: reading('time', now),
    monotonic: reading('monotonic', elapsed),
    perf_counter: reading('perf_counter', elapsed),
    process_time: reading('process_time', busy),
    thread_time: reading('thread_time', busy),
    time_ns: readingNanoseconds('time_ns', now),
    monotonic_ns: readingNanoseconds('monotonic_ns', elapsed),
    perf_counter_ns: readingNanoseconds('perf_counter_ns', elapsed),
    process_time_ns: readingNanoseconds('process_time_ns', busy),
    sleep(m, args, names) {
      m.expectArguments('time.sleep', args, names, 1);
      const span = seconds(m, args[0]);
      if (span < 0) m.raise('ValueError', 'sleep length must be non-negative');
      clock.sleep(span);
      return m.none;
    },
    gmtime: broken,
    localtime: broken,
    strftime(m, args, names) {
      m.expectArguments('time.strftime', args, names, 1, 2);
      const fields = args.length > 1 ? m.items(args[1]).map((item) => Number(m.index(item))) : fieldsOf(clock.now(m));
      return m.str(formatTime(m.strValue(args[0]), fields));
    },
    ctime: (m) => m.str(formatTime('%a %b %d %H:%M:%S %Y', fieldsOf(clock.now(m)))),
  };
}

export const timeModule: NativeModule = {
  name: 'time',
  attributes(m) {
    const functions = Object.entries(functionsOf(new SimulatedClock()));
    return {
      ...Object.fromEntries(functions.map(([name, call]) => [name, m.function_(name, call)])),
      timezone: m.int(0),
      tzname: m.tuple([m.str('UTC'), m.str('UTC')]),
    };
  },
};
