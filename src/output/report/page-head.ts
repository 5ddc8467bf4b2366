/**
 * The head of a page that carries everything inside itself: only the scripts
 * named by their digests may run, and nothing may be fetched.
 */

import { scriptHash } from '../sha256.ts';
import { escapedHtml } from './html.ts';

/**
 * From the doctype to the end of the head.
 *
 * @param scripts the very texts of the script elements of the page
 */
export function selfContainedHead(title: string, style: string, scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'${scriptHash(script)}'`).join(' ');
  // Plotly writes style elements, which cannot be named.
  const policy = `default-src 'none'; script-src ${hashes}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${escapedHtml(policy)}">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<title>${escapedHtml(title)}</title><style>${style}</style></head>`
  );
}
