import { describe, expect, it } from 'vitest';
import { listMessages } from './mapMessages.ts';
import { parseStringTest, pseudoMessages } from './pseudo.ts';

const messages = {
  title: 'Title',
  server: {
    name: (p: { number: number }) => `Server ${p.number}`,
    states: ['up', 'down'],
  },
};

describe('pseudoMessages', () => {
  it('doubles every text, also those of functions', () => {
    const doubled = pseudoMessages(messages, 'double');
    expect(doubled.title).toBe('Title Title');
    expect(doubled.server.name({ number: 2 })).toBe('Server 2 Server 2');
    expect(doubled.server.states).toEqual(['up up', 'down down']);
  });

  it('ends every text in a word that cannot wrap', () => {
    const long = pseudoMessages(messages, 'long');
    expect(long.title).toMatch(/^Title \d{40}$/);
    expect(long.server.name({ number: 2 })).toMatch(/^Server 2 \d{40}$/);
  });

  it('keeps the keys and leaves the original alone', () => {
    expect([...listMessages(pseudoMessages(messages, 'double')).keys()]).toEqual([
      ...listMessages(messages).keys(),
    ]);
    expect(messages.title).toBe('Title');
  });
});

describe('parseStringTest', () => {
  it('knows its two words and nothing else', () => {
    expect(['double', 'long', 'rtl', '', null, undefined].map(parseStringTest)).toEqual([
      'double',
      'long',
      null,
      null,
      null,
      null,
    ]);
  });
});
