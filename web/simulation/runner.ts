/**
 * The page's side of the workers: one for what the reader moves, where only
 * the newest request counts, and one for the comparison, first come first served.
 */

import type { CurvesRequest, OpenRequest, Reply, Request, RunRequest } from './messages.ts';
import { openWorker } from './open-worker.ts';

type Unsent = Omit<OpenRequest, 'id'> | Omit<RunRequest, 'id'> | Omit<CurvesRequest, 'id'>;
type Hear = (reply: Reply) => void;

export interface Runner {
  /** Runs after everything asked before. */
  ask(request: Unsent, hear: Hear): void;
  /** Runs next; a request that still waits here is dropped. */
  askNewest(request: Unsent, hear: Hear): void;
  /** Drops all that waits. */
  clear(): void;
}

export function openRunner(): Runner {
  const worker = openWorker();
  let number = 0;
  let running: { readonly id: number; readonly hear: Hear } | undefined;
  let waiting: { readonly request: Unsent; readonly hear: Hear }[] = [];
  let newest: { readonly request: Unsent; readonly hear: Hear } | undefined;

  function next(): void {
    if (running !== undefined) return;
    const task = newest ?? waiting.shift();
    if (task === undefined) return;
    if (task === newest) newest = undefined;
    running = { id: ++number, hear: task.hear };
    worker.postMessage({ ...task.request, id: number } as Request);
  }

  function finish(reply: Reply): void {
    const { hear } = running!;
    running = undefined;
    next();
    hear(reply);
  }

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => finish(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const text = `internal error: the simulation stopped (${event.message})`;
    if (running !== undefined) finish({ kind: 'refusal', id: running.id, text });
  });
  return {
    ask(request, hear) {
      waiting.push({ request, hear });
      next();
    },
    askNewest(request, hear) {
      newest = { request, hear };
      next();
    },
    clear() {
      waiting = [];
      newest = undefined;
    },
  };
}
