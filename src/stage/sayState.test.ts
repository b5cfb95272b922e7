import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { en } from '../i18n/en.ts';
import { createFormat } from '../i18n/format.ts';
import { ko } from '../i18n/ko.ts';
import type { Messages } from '../i18n/types.ts';
import type { Language } from '../player/names.ts';
import { viewMoment } from '../player/view.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { sayState } from './sayState.ts';

const LANGUAGES: Language[] = [
  { t: en as unknown as Messages, f: createFormat('en') },
  { t: ko as unknown as Messages, f: createFormat('ko') },
];
/** About how wide a text is at 11 px. */
const widthPx = (text: string) => [...text].reduce((px, c) => px + (c >= '\u1100' ? 11 : 5.2), 0);

/** The server A at so many milliseconds after something was done to it. */
function serverA(action: object, afterMs: number) {
  const timeline = createTimeline({
    scenario: SCENARIOS['two-servers'],
    seed: 7,
    interventions: [{ atMs: 5000, server: 0, ...action } as Intervention],
  });
  timeline.goTo(5000 + afterMs);
  const view = viewMoment(timeline);
  const [server] = view.servers;
  const comes = server.state === 'starting' || server.state === 'resizing';
  return { server, startsInMs: comes ? server.untilMs - view.nowMs : 0 };
}

const MOMENTS: [string, object, number][] = [
  ['just killed', { do: 'kill-server' }, 1],
  ['killed, and noticed', { do: 'kill-server' }, 20_000],
  ['hanging', { do: 'hang-server' }, 1],
  ['draining', { do: 'drain-server' }, 1],
  ['finishing before a restart', { do: 'restart-server', graceful: true }, 1],
  ['starting', { do: 'restart-server', graceful: false }, 1],
];

describe('what is said of a server', () => {
  it.each(MOMENTS)(
    'fits the line of its card, and all of it is there for who asks: %s',
    (_, action, afterMs) => {
      const { server, startsInMs } = serverA(action, afterMs);
      for (const language of LANGUAGES) {
        for (const cardPx of [118, 169, 170, 229, 230, 264, 329, 330, 420]) {
          const { says, full } = sayState(language, server, 3, startsInMs, cardPx, false);
          const namePx = cardPx < 230 ? 12 : widthPx(language.t.server.name({ name: 'A' })) * 1.3;
          // Frame, button and the gaps between them.
          expect(widthPx(says), `${says}, ${cardPx} px`).toBeLessThanOrEqual(cardPx - 28 - 28 - 8 - namePx);
          expect(says).not.toBe('');
          expect(full.length).toBeGreaterThanOrEqual(says.length - 4);
        }
      }
    },
  );

  it('is nothing as long as it does what it should', () => {
    const { server } = serverA({ do: 'drain-server' }, -1);
    expect(sayState(LANGUAGES[0], server, 3, 0, 300, false).says).toBe('');
  });
});
