/** The one polite line for screen readers: what happens while a run plays, and the answer to what one does. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { createAnnouncer } from '../player/announcer.ts';
import { wallNowMs } from '../player/clock.ts';
import type { PlayerState } from '../player/createPlayer.ts';
import { describeHappening } from '../player/describeHappening.ts';
import { usePlayer } from '../player/hooks.ts';
import { momentAt } from '../timeline/moment.ts';

/** Wall time within which two answers are to the same act. */
const TOGETHER_MS = 200;

export function Announcements() {
  const words = useWords();
  const player = usePlayer();
  const announcer = useMemo(createAnnouncer, []);
  const [line, setLine] = useState('');
  const last = useRef({ key: '', text: '', isOfNow: false, playing: false, revision: 0, said: '' });
  /** When the visitor's last act was told; wall time. */
  const didMs = useRef(Number.NEGATIVE_INFINITY);
  const { locale } = words;
  const spoken = useRef(locale);

  useEffect(() => {
    if (locale === spoken.current) return;
    spoken.current = locale;
    // What was said is in another language, and is no news that would have to be said again.
    announcer.forget();
    setLine('');
  }, [locale, announcer]);

  useEffect(() => {
    const look = ({ view, playing, revision, run, said }: PlayerState) => {
      const newest = view.notices.findLast(
        (n) => n.atMs <= view.nowMs && describeHappening(words, n, run.interventions),
      );
      const key = newest ? `${newest.atMs}-${newest.what}-${newest.number}` : '';
      const text = newest ? (describeHappening(words, newest, run.interventions) ?? '') : '';
      return {
        key,
        text,
        isOfNow: newest !== undefined && momentAt(newest.atMs) === view.nowMs,
        playing,
        revision,
        said,
      };
    };
    // What was there before somebody listened is no news.
    last.current = look(player.store.getState());
    return player.store.subscribe((state) => {
      const { t, f } = words;
      const now = wallNowMs();
      const { view } = state;
      const before = last.current;
      const seen = look(state);
      const { key, text, isOfNow, playing, revision } = seen;
      last.current = seen;
      if (state.said !== before.said && state.said !== '') {
        // What was done and what comes of it is one answer.
        const isMore = now - didMs.current < TOGETHER_MS;
        announcer.answer(isMore ? `${announcer.read(now)} ${state.said}` : state.said, now);
      } else if (revision !== before.revision) {
        // Without what was taken out, the newest may be old news.
        if (isOfNow && text !== '') {
          announcer.answer(text, now);
          didMs.current = now;
        }
      } else if (playing !== before.playing) {
        announcer.answer(
          playing
            ? t.status.playing({ speed: t.transport.speedValue({ speed: state.speed }) })
            : t.status.paused({ at: f.clock(view.nowMs) }),
          now,
        );
      } else if (key !== before.key && text !== '') {
        if (playing) announcer.offer(text, now);
        else announcer.answer(text, now);
      }
      setLine(announcer.read(now));
    });
  }, [player, words, announcer]);

  return (
    <p role="status" className="visually-hidden">
      {line}
    </p>
  );
}
