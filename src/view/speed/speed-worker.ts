/** Measures away from the page: a request in, its times out. */
import { measure, type SpeedRequest } from './measure.ts';

onmessage = (message: MessageEvent<SpeedRequest>) => postMessage(measure(message.data));
