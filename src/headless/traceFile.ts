/** A file that lines are written to as fast as the disk takes them, and no faster. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { UsageError } from './usageError.ts';

export interface TraceFile {
  /** Keeps a line for the next `flush`. */
  add(line: string): void;
  /** Writes the lines kept so far, and waits until there is room for more. */
  flush(): Promise<void>;
  /** Writes what is left and closes the file. */
  close(): Promise<void>;
}

/** Opens the file, emptying it if it exists. Throws a UsageError when that cannot be done. */
export async function openTraceFile(path: string): Promise<TraceFile> {
  const stream = createWriteStream(path);
  // A failure between two flushes is found by the next one.
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  try {
    await once(stream, 'open');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--trace: expected a file that can be written, but ${path} cannot be opened (${reasons[code ?? ''] ?? message}).`,
    );
  }
  let lines: string[] = [];

  async function flush(): Promise<void> {
    if (failure !== null) throw failure;
    if (lines.length === 0) return;
    const text = `${lines.join('\n')}\n`;
    lines = [];
    if (!stream.write(text)) await once(stream, 'drain');
  }

  return {
    add: (line) => lines.push(line),
    flush,
    async close() {
      await flush();
      stream.end();
      await once(stream, 'finish');
    },
  };
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'writing is not allowed there',
};
