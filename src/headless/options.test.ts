import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { UsageError } from './usageError.ts';

describe('options', () => {
  it('take their value after a space or an equals sign, and stand anywhere', () => {
    const expected = {
      source: { from: 'file', path: 'x.json' },
      seed: 7,
      untilMs: 90_000,
      fromMs: 500,
      trace: 'a=b.ndjson',
      format: 'csv',
    };
    expect(
      parseOptions([
        '--seed',
        '7',
        'x.json',
        '--until=90s',
        '--from',
        '500',
        '--trace=a=b.ndjson',
        '--format=csv',
      ]),
    ).toEqual(expected);
  });

  it('need not be there', () => {
    expect(parseOptions(['-'])).toEqual({ source: { from: 'stdin' }, fromMs: 0, format: 'json' });
    expect(parseOptions(['--scenario', 'lone-user'])).toMatchObject({
      source: { from: 'library', id: 'lone-user' },
    });
  });

  it.each([[['--help']], [['-h']], [['--sede', '--help']]])('%j asks for help', (args) => {
    expect(parseOptions(args)).toBe('help');
  });

  it.each<[string[], string]>([
    [[], 'Expected one scenario: a file, - for standard input, or --scenario NAME. Found none.'],
    [
      ['a.json', '--scenario', 'two-servers'],
      'Expected one scenario: a file, - for standard input, or --scenario NAME. Found a.json and --scenario two-servers.',
    ],
    [['a.json', '--sede', '3'], '--sede: there is no such option. Did you mean --seed?'],
    [['a.json', '-v'], '-v: there is no such option.'],
    [['a.json', '--seed'], '--seed: expected a value after it, found nothing.'],
    [['a.json', '--seed', '1', '--seed=1'], '--seed: expected once, found twice.'],
    [['a.json', '--seed', '-1'], '--seed: expected a whole number from 0 to 4294967295, found "-1".'],
    [
      ['a.json', '--seed', '4294967296'],
      '--seed: expected a whole number from 0 to 4294967295, found "4294967296".',
    ],
    [
      ['a.json', '--until', 'soon'],
      '--until: expected a time such as 500ms, 90s or 5min, at most 30d, found "soon".',
    ],
    [
      ['a.json', '--from', '31d'],
      '--from: expected a time such as 500ms, 90s or 5min, at most 30d, found "31d".',
    ],
    [['a.json', '--format', 'JSON'], '--format: expected one of json, csv, found "JSON". Did you mean json?'],
  ])('%j is wrong', (args, message) => {
    expect(() => parseOptions(args)).toThrow(new UsageError(message));
  });
});
