/** A file that lines are written to as fast as the disk takes them, and no faster. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { UsageError } from './usageError.ts';

export interface TraceFile {
  /** Keeps a line for the next `flush`. */
  add(line: string): void;
  /** Writes the lines kept so far, and waits until there is room for more. */
  flush(): Promise<void>;
  /** Writes what is left and closes the file. */
  close(): Promise<void>;
}

/**
 * Opens the file, emptying it if it exists. Throws a UsageError when that cannot be done; `flush` and
 * `close` reject when the file cannot be written to its end.
 */
export async function openTraceFile(path: string): Promise<TraceFile> {
  const stream = createWriteStream(path);
  // What fails between two flushes is found by the next one.
  let failure: unknown = null;
  stream.on('error', (error) => {
    failure = error;
  });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new UsageError(
      `--trace: expected a file that can be written, but ${path} cannot be opened (${reasonOf(error)}).`,
    );
  }
  let lines: string[] = [];

  async function attempt(writing: () => Promise<unknown>): Promise<void> {
    try {
      if (failure !== null) throw failure;
      await writing();
    } catch (error) {
      throw new Error(`the trace ${path} cannot be written to its end (${reasonOf(error)}).`);
    }
  }

  async function writeLines(): Promise<void> {
    if (lines.length === 0) return;
    const text = `${lines.join('\n')}\n`;
    lines = [];
    if (!stream.write(text)) await once(stream, 'drain');
  }

  return {
    add: (line) => lines.push(line),
    flush: () => attempt(writeLines),
    close: () =>
      attempt(async () => {
        await writeLines();
        stream.end();
        await finished(stream);
      }),
  };
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'writing is not allowed there',
  ENOSPC: 'the disk is full',
};
