/** Reads a weather file of any known format, told apart by its first lines. */

import { readEpw } from './epw.ts';
import { decodedText } from './text-lines.ts';
import { readTmy3Csv } from './tmy3.ts';
import type { WeatherYear } from './weather-year.ts';

/** A TMY3 file names its date column at the beginning of the second line. */
const tmy3Head = /^[^\n]*\n\s*"?Date \(MM\/DD\/YYYY\)/;

/**
 * The weather year of an EPW or TMY3 file.
 *
 * @param content the file's bytes, UTF-8 or Latin-1, or its text
 * @throws {SeriesError} with every fault of the file; a file of neither format is judged as EPW
 */
export function readWeatherFile(content: string | Uint8Array, file: string): WeatherYear {
  const text = typeof content === 'string' ? content : decodedText(content);
  return tmy3Head.test(text) ? readTmy3Csv(text, file) : readEpw(text, file);
}
