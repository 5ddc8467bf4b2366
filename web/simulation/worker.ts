/** The worker: the records of the library, and one run after the other. */

import type { Request } from './messages.ts';
import { models, titles } from './record-texts.ts';
import { simulator } from './simulate.ts';

/** The worker's own side of its channel. */
interface WorkerScope {
  addEventListener(kind: 'message', hear: (event: MessageEvent<Request>) => void): void;
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const answer = simulator(models, () => performance.now(), titles);

scope.addEventListener('message', ({ data }) => {
  const reply = answer(data);
  scope.postMessage(reply, reply.kind === 'year' ? [reply.values.buffer] : []);
});
