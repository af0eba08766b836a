/** Runs programs away from the page: machine, journal and layout in one worker. Talks as protocol.ts says. */
import type { Request } from './protocol.ts';
import { RunDriver } from './run-driver.ts';

// A message to oneself comes after those that wait already; unlike a timer it is never made to wait four milliseconds.
const channel = new MessageChannel();
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

const driver = new RunDriver((reply, transfer) => postMessage(reply, { transfer }), breathe);
onmessage = (message: MessageEvent<Request>) => void driver.receive(message.data);
