/**
 * Files that `coldloop view` was called with: asked for once, and again when
 * the server says that they have changed. A page without such a server (a
 * folder on any host, a file on a disk) opens what is shipped instead.
 */

import type { Actions } from './actions.ts';
import type { OpenDocument, StoredFiles } from './simulation/messages.ts';
import type { State } from './state.ts';

/** What the server answers: texts as they are, other files in base 64. */
interface Served {
  readonly file: string;
  readonly text: string;
  readonly beside: Readonly<Record<string, string>>;
  readonly results?: { readonly file: string; readonly summary?: string };
}

const lookEvery = 2000;

/** @param first hears once whether files were served */
export function watchServed(state: State, actions: Actions, first: (served: boolean) => void): void {
  if (document.querySelector('meta[name="coldloop-served"]') === null) return first(false);
  let version = '';
  const look = async (): Promise<boolean> => {
    const answer = await fetch('./open.json', { headers: { 'If-None-Match': version } });
    if (answer.status !== 200) return false;
    version = answer.headers.get('ETag') ?? '';
    const served = (await answer.json()) as readonly Served[];
    state.served = await Promise.all(served.map(documentOf));
    const open = state.served.find(({ file }) => file === state.document?.file) ?? state.served[0];
    if (open !== undefined) actions.openDocument(open, { selected: state.selected, changes: state.changes });
    return open !== undefined;
  };
  const again = (): void =>
    void look()
      .catch(() => false)
      .finally(() => setTimeout(again, lookEvery));
  look()
    .then(first, () => first(false))
    .finally(() => setTimeout(again, lookEvery));
}

async function documentOf({ file, text, beside, results }: Served, place: number): Promise<OpenDocument> {
  const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return {
    file,
    bytes: new TextEncoder().encode(text),
    beside: Object.fromEntries(Object.entries(beside).map(([name, body]) => [name, bytes(body)])),
    ...(results === undefined ? {} : { results: await storedFiles(results, place) }),
  };
}

async function storedFiles({ file, summary }: NonNullable<Served['results']>, place: number): Promise<StoredFiles> {
  const answer = await fetch(`./results/${place}`);
  if (answer.status !== 200) throw new Error(`${file} cannot be read now`);
  return {
    columns: { file, bytes: new Uint8Array(await answer.arrayBuffer()) },
    ...(summary === undefined ? {} : { summary: { file: file.replace(/[^/\\]*$/, 'summary.json'), text: summary } }),
  };
}
