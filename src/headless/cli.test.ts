/** The program as people start it: a process, its output and its exit status. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

function simulate(args: string[], input = '') {
  const program = join(project, 'scripts', 'simulate.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr };
}

// The first start makes the bundle.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
  expect(simulate(['--help']).status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const example = join(project, 'examples', 'sticky-death.json');

describe('a good start', () => {
  it('prints metrics as JSON, the same every time', () => {
    const first = simulate([example]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({
      name: 'sticky-death',
      seed: 7,
      untilMs: 60_000,
      metrics: { sessionsLost: 8, forcedLogins: 8, interventionsApplied: 2 },
      servers: [{ server: 'A' }, { server: 'B', state: 'up' }, { server: 'C' }],
    });
    expect(simulate([example])).toEqual(first);
  });

  it('prints CSV', () => {
    const { stdout, status } = simulate([example, '--format', 'csv']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^metric,server,value,unit\nname,,sticky-death,text\nseed,,7,number\n/);
    expect(stdout).toContain('\nsessionsLost,,8,sessions\n');
  });

  it('reads standard input, and takes seed and times from the command line', () => {
    const { stdout } = simulate(
      ['-', '--seed', '9', '--until', '30s', '--from', '10s'],
      '{ "people": { "count": 3 } }',
    );
    expect(JSON.parse(stdout)).toMatchObject({ seed: 9, fromMs: 10_000, untilMs: 30_000 });
  });

  it('runs a scenario of the library', () => {
    const { stdout } = simulate(['--scenario', 'lone-user']);
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'lone-user',
      metrics: { sessionRequestsServedShare: 0 },
    });
  });

  it('writes a trace whose answers add up to the metrics', () => {
    const file = join(folder, 'trace.ndjson');
    const { stdout } = simulate([example, '--trace', file]);
    const facts = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { metrics } = JSON.parse(stdout);
    const count = (what: object) =>
      facts.filter((fact) => Object.entries(what).every(([k, v]) => fact[k] === v)).length;
    expect(count({ what: 'phase', phase: 'toBalancer' })).toBe(metrics.requestsBorn);
    expect(count({ what: 'received', status: 200 })).toBe(metrics.requestsServed);
    expect(count({ what: 'received', status: 401 })).toBe(metrics.requestsRefused);
    expect(count({ what: 'intervention', ignored: false })).toBe(2);
    expect(facts.map((fact) => fact.atMs)).toEqual(facts.map((fact) => fact.atMs).sort((a, b) => a - b));
  });

  it('says when an intervention did not happen or changed nothing', () => {
    const file = {
      interventions: [
        { at: '1s', do: 'restart-store' },
        { at: '9s', do: 'add-server' },
      ],
    };
    const { status, stderr } = simulate(['-', '--until', '5s'], JSON.stringify(file));
    expect(status).toBe(0);
    expect(stderr).toBe(
      'Note: 1 of 2 interventions did not happen: the run ends before, at 5s.\n' +
        'Note: 1 of 2 interventions changed nothing: they made no sense when their time came.\n',
    );
  });

  it('explains itself', () => {
    expect(simulate(['--help']).stdout).toMatch(/^Runs a scenario and prints its metrics\.\n/);
  });
});

describe('a wrong start ends with status 2, a message and no output', () => {
  const help = 'Try: npm run simulate -- --help\n';

  it('when an option is wrong', () => {
    expect(simulate([example, '--sed', '3'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `--sed: there is no such option. Did you mean --seed?\n${help}`,
    });
  });

  it('when the file is not there', () => {
    const { status, stdout, stderr } = simulate(['nowhere.json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^nowhere\.json: expected a scenario file, but there is no .*nowhere\.json\.\n/);
  });

  it('when the file is a folder', () => {
    expect(simulate(['.'])).toMatchObject({
      status: 2,
      stderr: `.: expected a scenario file, found a folder.\n${help}`,
    });
  });

  it('when the file is not text', () => {
    writeFileSync(join(folder, 'bytes.json'), new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(simulate(['bytes.json'])).toMatchObject({
      status: 2,
      stderr: `bytes.json: expected UTF-8 text, found other bytes. Save it as UTF-8.\n${help}`,
    });
  });

  it('when the file is not JSON', () => {
    writeFileSync(join(folder, 'broken.json'), '{\n  "seed": 1,\n}\n');
    expect(simulate(['broken.json'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'broken.json: this is not a scenario file as expected.\n' +
        '  line 3, column 1: expected a name in double quotes, found }.\n' +
        'docs/headless.md describes the format; editors can check it with public/schema/scenario.v1.json.\n' +
        help,
    });
  });

  it('when the scenario is wrong, with every mistake named', () => {
    const file = {
      servers: { wrokers: 3 },
      interventions: [{ at: '1s', do: 'kill-server', server: 'E' }],
      seed: -1,
    };
    const { status, stdout, stderr } = simulate(['-'], JSON.stringify(file));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'standard input: this is not a scenario file as expected.',
      '  servers.wrokers: there is no setting of this name. Did you mean "workers"?',
      '  seed: expected a whole number from 0 to 4294967295, found -1.',
    ]);
  });

  it('when metrics would begin after the end', () => {
    expect(simulate([example, '--from', '2min'])).toMatchObject({
      status: 2,
      stderr: `--from: expected a time before the end of the run (1min), found 2min.\n${help}`,
    });
  });

  it('when the trace cannot be opened', () => {
    const { status, stdout, stderr } = simulate([example, '--trace', join('nowhere', 'trace.ndjson')]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^--trace: expected a file that can be written, but .* \(there is no such folder\)\.\n/,
    );
  });
});

it.runIf(existsSync('/dev/full'))('a trace that cannot be finished ends with status 1 and a message', () => {
  const { status, stdout, stderr } = simulate([example, '--trace', '/dev/full']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    'The run could not be finished: the trace /dev/full cannot be written to its end (the disk is full).\n',
  );
});
