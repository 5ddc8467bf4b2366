/**
 * A line on standard error that says how far a command has come, while a
 * person looks; silent in pipes and with `--quiet`.
 */

export interface Progress {
  /** Says what is being done. */
  say(text: string): void;
  /** Takes the line away again. */
  clear(): void;
}

const silent: Progress = { say: () => undefined, clear: () => undefined };
const eraseLine = '\r\u001b[2K';

export function openProgress({ quiet }: { readonly quiet?: boolean | undefined }): Progress {
  const { stderr } = process;
  if (quiet === true || !stderr.isTTY) return silent;
  return {
    say: (text) => void stderr.write(`${eraseLine}${text.slice(0, (stderr.columns || 80) - 1)}`),
    clear: () => void stderr.write(eraseLine),
  };
}
