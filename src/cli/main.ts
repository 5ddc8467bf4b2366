#!/usr/bin/env node
/**
 * The command `coldloop`: reads the arguments, runs one command, and turns
 * whatever happens into words and an exit code. Commands are loaded when they
 * are asked for, so that help and version come at once.
 */

import { CommanderError } from 'commander';
import { isDebugging, type ExitCode } from './exit.ts';
import { program } from './program.ts';

/** A reader that has seen enough (`| head`) is no fault of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function exitCodeOf(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    await program((outcome) => (code = outcome)).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { reportError } = await import('./report-error.ts');
    return reportError(error, { json: args.includes('--json'), debug: isDebugging() });
  }
}

const given = process.argv.slice(2);
process.exitCode = await exitCodeOf(given.length > 0 ? given : ['--help']);
