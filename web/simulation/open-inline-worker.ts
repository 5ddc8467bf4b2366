/** A worker of the single file, whose script stands as text in the page: nothing can be fetched from a disk. */
export function openWorker(): Worker {
  const script = document.getElementById('worker-script')!.textContent;
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}
