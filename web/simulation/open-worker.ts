/** A worker of the served page; the single file has one of its own in `open-inline-worker.ts`. */
export function openWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
