import { describe, expect, it } from 'vitest';
import { compareMessages, rawParticles } from './compareMessages.ts';
import { createFormat } from './format.ts';
import { withJosa } from './josa.ts';

const format = createFormat('ko');

describe('compareMessages', () => {
  it('finds nothing wrong with messages that agree', () => {
    const en = {
      title: 'Title',
      rate: (p: { count: number; names: readonly string[] }) =>
        `${format.number(p.count)}, ${format.list(p.names)}`,
      each: (p: { names: readonly string[] }) => p.names.map((name) => name.toUpperCase()).join(),
    };
    const ko = {
      title: '제목',
      rate: (p: { count: number; names: readonly string[] }) =>
        `${withJosa(format.list(p.names), '이/가')} ${format.duration(p.count)} 동안`,
      each: (p: { names: readonly string[] }) => `이름 ${p.names.map((name) => name.toUpperCase()).join()}`,
    };
    expect(compareMessages(en, ko)).toEqual([]);
  });

  it('names what is missing, extra or empty', () => {
    expect(compareMessages({ a: { b: 'B', c: ' ' } }, { a: { c: '시', d: '디' } })).toEqual([
      'a.b: missing in ko',
      'a.d: in ko but not in en',
      'a.c: en is empty',
    ]);
  });

  it('names the value a translation leaves out', () => {
    const en = { gone: (p: { user: string; server: string }) => `${p.user} lost a session on ${p.server}.` };
    const ko = { gone: (p: { user: string }) => `${p.user} 님의 세션이 사라졌어요.` };
    expect(compareMessages(en, ko)).toEqual(['gone: ko leaves out «server»']);
  });

  it('names the wrong script, except where it is allowed', () => {
    expect(
      compareMessages(
        { a: '서버', b: 'OK', c: 'HTTP' },
        { a: '서버', b: 'OK', c: 'HTTP' },
        { withoutHangul: ['c'] },
      ),
    ).toEqual(['a: Hangul in en: 서버', 'b: no Hangul in ko: OK']);
    expect(compareMessages({ a: 'A' }, { a: '가' }, { withoutHangul: ['b'] })).toEqual([
      'b: allowed to be without Hangul, but there is no such message',
    ]);
  });

  it('names backticks, which a page shows as they are', () => {
    expect(compareMessages({ a: 'Waits as `wait` says.' }, { a: '`wait`처럼 기다려요.' })).toEqual([
      'a: backtick in en: Waits as `wait` says.',
      'a: backtick in ko: `wait`처럼 기다려요.',
    ]);
  });

  it('names particles left to the reader', () => {
    const en = { a: (p: { name: string }) => `${p.name} left.` };
    const ko = { a: (p: { name: string }) => `${p.name}이(가) 떠났어요.` };
    expect(compareMessages(en, ko)).toEqual(['a: 이(가) in ko: «name»이(가) 떠났어요.']);
  });

  it('names a message it cannot write', () => {
    const leaf = () => {
      throw new Error('no');
    };
    expect(compareMessages({ a: leaf }, { a: leaf })).toEqual([
      'a: en could not be written with marker values',
      'a: ko could not be written with marker values',
    ]);
  });
});

describe('rawParticles', () => {
  it.each(['을(를)', '를(을)', '이(가)', '은(는)', '과(와)', '(으)로', '(이)라', '(이)나'])(
    'finds %s',
    (pair) => {
      expect(rawParticles(`text: '서버${pair} 골라요'`)).toEqual([pair]);
    },
  );

  it.each(['이', '가', '은', '는', '을', '를', '와', '과', '로', '으로', '이에요', '예요', '라고'])(
    'finds %s glued to a placeholder',
    (particle) => {
      expect(rawParticles(`\`\${p.name}${particle} \``)).toEqual([`\${p.name}${particle}`]);
      expect(rawParticles(`\`‘\${p.name}’${particle}.\``)).toEqual([`\${p.name}’${particle}`]);
    },
  );

  it('leaves alone what does not depend on the word before', () => {
    for (const text of [
      `\${p.name}에서 `,
      `\${p.name}의 `,
      `\${n}개가 `,
      `\${n}이상 `,
      `\${n}번 서버가 `,
      `\${withJosa(p.a, '과/와')}는 `,
    ])
      expect(rawParticles(text)).toEqual([]);
  });
});
