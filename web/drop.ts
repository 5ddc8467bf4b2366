/**
 * Files that are dropped or chosen: the first YAML file with a scenario's words
 * in it is opened, all others lie beside it.
 */

import type { Actions } from './actions.ts';
import type { OpenDocument } from './simulation/messages.ts';

/** A scenario is some kilobytes; a weather year two megabytes. */
const largestFile = 100_000_000;

export async function openFiles(files: readonly File[], actions: Actions): Promise<void> {
  const tooLarge = files.find(({ size }) => size > largestFile);
  if (tooLarge !== undefined) {
    const found = `${Math.round(tooLarge.size / 1e6)} MB`;
    return actions.redraw({ refusal: `${tooLarge.name}: found ${found}; wanted at most ${largestFile / 1e6} MB` });
  }
  const read = await Promise.all(
    files.map(async (file) => ({ file, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const document = documentOf(read.map(({ file, bytes }) => ({ name: file.name, bytes })));
  if (document === undefined) {
    const names = files.map(({ name }) => name).join(', ');
    return actions.redraw({
      refusal: `${names}: found no YAML file; wanted a scenario or comparison file, or the scenario.yaml beside a run’s columns`,
    });
  }
  actions.openDocument(document);
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function documentOf(files: readonly NamedBytes[]): OpenDocument | undefined {
  const texts = files.filter(({ name }) => /\.ya?ml$/i.test(name));
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const first = texts.find(({ bytes }) => /^(system|variants|circuits):/m.test(text(bytes))) ?? texts[0];
  if (first === undefined) return undefined;
  const columns =
    files.find(({ name }) => /\.parquet$/i.test(name)) ?? files.find(({ name }) => /^hours\.csv$/i.test(name));
  const summary = files.find(({ name }) => /^summary\.json$/i.test(name));
  const results =
    columns === undefined
      ? {}
      : {
          results: {
            columns: { file: columns.name, bytes: columns.bytes },
            ...(summary === undefined ? {} : { summary: { file: summary.name, text: text(summary.bytes) } }),
          },
        };
  const beside = files
    .filter((file) => file !== first && file !== columns)
    .map(({ name, bytes }) => [`./${name}`, bytes] as const);
  return { file: first.name, bytes: first.bytes, beside: Object.fromEntries(beside), ...results };
}

export function acceptDrops(target: HTMLElement, actions: Actions, words: () => string): void {
  const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  target.addEventListener('dragover', (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    target.dataset['drop'] = words();
    target.classList.add('dropping');
  });
  target.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) target.classList.remove('dropping');
  });
  target.addEventListener('drop', (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    target.classList.remove('dropping');
    void openFiles([...event.dataTransfer!.files], actions);
  });
}
