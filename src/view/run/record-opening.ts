/** Makes the recording of the opening run: called when the site is built, and by the test that compares. */
import { openingRequest } from './opening.ts';
import type { Reply } from './protocol.ts';
import { packReplies } from './recording.ts';
import { RunDriver } from './run-driver.ts';

/** What the worker would reply to the opening request, as text (see recording.ts). */
export async function recordOpening(): Promise<string> {
  const replies: Reply[] = [];
  const driver = new RunDriver(
    (reply) => replies.push(structuredClone(reply)),
    () => new Promise((resolve) => setTimeout(resolve)),
  );
  await driver.receive(openingRequest({ events: 1_000_000, objects: 100_000, output: 100_000 }));
  const failed = replies.find((reply) => reply.kind === 'failed' || reply.kind === 'refused');
  if (failed !== undefined) throw new Error(`the opening program does not run: ${JSON.stringify(failed)}`);
  return packReplies(replies);
}
