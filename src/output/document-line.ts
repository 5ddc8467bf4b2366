/**
 * A document behind the records as one line, for lists of sources.
 */

import type { SourceDocument } from '../library/library.ts';

/** `MLCommons, MLPerf Inference v6.0 results (2026), https://…`. */
export function documentLine({ title, maker, authors, year, address }: SourceDocument): string {
  const by = authors ?? maker;
  return [
    ...(by === undefined ? [] : [by]),
    year === undefined ? title : `${title} (${year})`,
    ...(address === undefined ? [] : [address]),
  ].join(', ');
}
