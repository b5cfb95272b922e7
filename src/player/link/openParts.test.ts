import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOpen } from '../testing/arbitraryOpened.ts';
import { formatOpen, parseOpen } from './openParts.ts';

describe('parts of the page that are open, in a link', () => {
  it('are short and readable', () => {
    expect(formatOpen(['settings', 'why~412', 'charts', 'table~latency', 'settings~balancer'])).toBe(
      'settings~balancer,table~latency,why~412',
    );
    expect(formatOpen(['charts'])).toBe('charts');
    expect(formatOpen([])).toBe('');
    expect(formatOpen(['table~latency', 'settings~ways']), 'nobody sees them').toBe('');
  });

  it('are opened as they were', () => {
    fc.assert(
      fc.property(anyOpen(fc), (open) => {
        const { open: read, wrong } = parseOpen(formatOpen(open));
        expect(wrong).toEqual([]);
        expect(new Set(read)).toEqual(new Set(open));
      }),
      { seed: 1 },
    );
  });

  it.each([
    'chart',
    'charts~1',
    'table',
    'table~nothing',
    'table~latency~2',
    'settings~nothing',
    'settings~__proto__',
    'settings~',
    'why',
    'why~0',
    'why~-1',
    'why~1e3',
    'constructor',
    '__proto__~x',
    '<script>',
  ])('%s is given back', (text) => {
    expect(parseOpen(`charts,${text}`)).toEqual({ open: ['charts'], wrong: [text] });
  });

  it('are no more than can be', () => {
    const { open, wrong } = parseOpen(Array.from({ length: 5000 }, (_, i) => `why~${i + 1}`).join(','));
    expect(open.length).toBe(60);
    expect(wrong.length).toBe(4940);
  });
});
