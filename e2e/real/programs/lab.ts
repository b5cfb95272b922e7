/**
 * A temporary folder and the programs that were started in it. Whatever happens, no program and no file is
 * left behind: `close` is also called when this process ends.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Lab {
  readonly folder: string;
  /** Writes a file into the folder and returns its path. */
  write(name: string, text: string): string;
  start(command: string, args: readonly string[]): Program;
  /** Starts a JavaScript file in a Node process of its own, which talks by messages. */
  fork(file: string, args: readonly string[]): Program;
  /** Ends everything at once. */
  close(): void;
}

/** A program that was started: what it said, whether it is there, and how to end it. */
export interface Program {
  readonly child: ChildProcess;
  /** The last of what it has written, for messages. */
  output(): string;
  isRunning(): boolean;
  /** Sends a signal and waits until the program is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export function createLab(): Lab {
  const folder = mkdtempSync(join(tmpdir(), 'balancing-act-'));
  const programs: Program[] = [];
  const watched = (child: ChildProcess): Program => {
    const program = watchProgram(child);
    programs.push(program);
    return program;
  };
  const close = () => {
    process.off('exit', close);
    for (const program of programs) if (program.isRunning()) killAll(program.child);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  return {
    folder,
    write(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    // A group of its own, so that nobody whom it starts itself, as nginx does its workers, outlives it.
    start: (command, args) =>
      watched(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })),
    fork: (file, args) => watched(fork(file, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })),
    close,
  };
}

/** Ends a program and those that it started. */
function killAll(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // it leads no group
  }
}

function watchProgram(child: ChildProcess): Program {
  let output = '';
  let running = true;
  const note = (text: Buffer | string) => {
    output = (output + text).slice(-10_000);
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const gone = new Promise<void>((resolve) => {
    const finish = () => {
      running = false;
      resolve();
    };
    child.once('exit', finish);
    child.once('error', (error) => {
      note(error.message);
      finish();
    });
  });
  return {
    child,
    output: () => output,
    isRunning: () => running,
    end(signal) {
      if (running) child.kill(signal);
      return gone;
    },
  };
}
