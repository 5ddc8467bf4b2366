/** The worker: the records of the library, and one run after the other. */

import type { OpenDocument, Request } from './messages.ts';
import { errorText } from './error-text.ts';
import { models, titles } from './record-texts.ts';
import { isSame, type Known, readOf, type Stored, simulator } from './simulate.ts';
import type { TransientProgress, TransientRequest } from './transient-messages.ts';

/** The worker's own side of its channel. */
interface WorkerScope {
  addEventListener(kind: 'message', hear: (event: MessageEvent<Request | TransientRequest>) => void): void;
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const answer = simulator(models, () => performance.now(), titles);

scope.addEventListener('message', ({ data }) => void (data.kind === 'transient' ? hearTransient(data) : hear(data)));

async function hear(request: Request): Promise<void> {
  const reply = await replyTo(request);
  scope.postMessage(reply, reply.kind === 'year' ? [reply.values.buffer] : []);
}

async function replyTo(request: Request) {
  const { results, ...document } = request.document;
  const plain = { ...request, document } as Request;
  if (results === undefined) return answer(plain);
  try {
    return answer(plain, await storedIn(results));
  } catch (error) {
    return { kind: 'refusal', id: request.id, text: errorText(error) } as const;
  }
}

/** What reads Parquet is loaded when there is some to read. */
async function storedIn({ columns: { file, bytes }, summary }: NonNullable<OpenDocument['results']>): Promise<Stored> {
  const { readColumnsCsv, readColumnsParquet } = await import('../../src/output/read-columns.ts');
  const isCsv = /\.csv$/i.test(file);
  const table = isCsv ? readColumnsCsv(new TextDecoder().decode(bytes), file) : await readColumnsParquet(bytes, file);
  return { table, summary };
}

let known: Known | undefined;

/** What runs transients is loaded when the first is asked for. */
async function hearTransient(request: TransientRequest): Promise<void> {
  const { transientAnswer } = await import('./transient.ts');
  const reply = transientAnswer(request, {
    read(document) {
      if (known === undefined || !isSame(known.document, document)) known = readOf(document, models, undefined);
      return known;
    },
    clock: () => performance.now(),
    progress: (share) => scope.postMessage({ kind: 'progress', id: request.id, share } satisfies TransientProgress, []),
  });
  const packed = reply.kind === 'transient' ? [reply.times, reply.values, reply.hall?.times, reply.hall?.values] : [];
  scope.postMessage(
    reply,
    packed.flatMap((array) => (array === undefined ? [] : [array.buffer])),
  );
}
