/** What happened in the last seconds, newest first, each refusal with its chain of causes. */
import { useEffect } from 'react';
import type { Cause } from '../engine/causes.ts';
import type { Intervention } from '../engine/intervention.ts';
import { logWords } from '../i18n/log/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { headline, kindOfNotice, type Language, shortReason } from '../player/describe.ts';
import { describeHappening } from '../player/describeHappening.ts';
import { useInspect, useOpen, usePlayer, usePlayerState } from '../player/hooks.ts';
import type { Subject } from '../player/subject.ts';
import { type Notice, RECENT_MS } from '../timeline/recent.ts';
import css from './controls.module.css';
import { type Told, useCauses } from './useCauses.tsx';

const MOST_ENTRIES = 24;

export function Log() {
  const words = useWords();
  const { t, f } = words;
  const notices = usePlayerState((s) => s.view.notices);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const interventions = usePlayerState((s) => s.run.interventions);
  const entries = logEntries(words, notices, nowMs, interventions);
  const [told, ask] = useCauses();
  useForgetGone(entries);
  const inspect = useInspect();
  return (
    <section className={css.log} id="log" tabIndex={-1} aria-label={t.why.log}>
      <h2>{t.why.log}</h2>
      {entries.length === 0 ? (
        <p className={css.help}>{logWords[words.locale].empty}</p>
      ) : (
        <ol className={css.entries}>
          {entries.map((entry) => (
            <li key={entry.key} data-kind={entry.kind}>
              <time>{f.clock(entry.atMs)}</time>
              <div>
                {entry.text}
                <div className={css.ways}>
                  {entry.causes.length > 0 && <Why entry={entry} told={told} ask={ask} />}
                  {inspect && entry.subject && (
                    <button
                      type="button"
                      className={css.quiet}
                      aria-label={t.why.closerAt({ what: entry.text })}
                      onClick={() => entry.subject && inspect(entry.subject)}
                    >
                      {t.why.closer}
                    </button>
                  )}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The reasons of an answer, closed at first. */
function Why({ entry, told, ask }: { entry: Entry; told: Told; ask(): void }) {
  const { t } = useWords();
  const player = usePlayer();
  const [open, setOpen] = useOpen(entry.part);
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (!event.currentTarget.open) return;
        player.pause();
        ask();
      }}
    >
      <summary>
        {t.why.chain} <span className={css.help}>{entry.reason}</span>
      </summary>
      <Chain told={told} causes={entry.causes} />
    </details>
  );
}

/** What has left the log is not open any more. */
function useForgetGone(entries: readonly Entry[]) {
  const { store } = usePlayer();
  useEffect(() => {
    const { open } = store.getState();
    const there = open.filter((part) => !part.startsWith('why~') || entries.some((e) => e.part === part));
    if (there.length < open.length) store.setState({ open: there });
  });
}

function Chain({ told, causes }: { told: Told; causes: readonly Cause[] }) {
  const words = useWords();
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  if (told === null) return null;
  if (told === 'failed') return <p role="alert">{logWords[words.locale].failed}</p>;
  return (
    <ol>
      {told({ ...words, stores }, causes).map((cause) => (
        <li key={cause}>{cause}</li>
      ))}
    </ol>
  );
}

interface Entry {
  key: string;
  atMs: number;
  kind: string;
  text: string;
  reason: string;
  causes: readonly Cause[];
  /** Its reasons, as a part of the page: see `player/link/openParts.ts`. */
  part: string;
  /** What has a story. */
  subject: Subject | null;
}

function logEntries(
  words: Language,
  notices: readonly Notice[],
  nowMs: number,
  interventions: readonly Intervention[],
): Entry[] {
  const entries: Entry[] = [];
  for (let i = notices.length - 1; i >= 0 && entries.length < MOST_ENTRIES; i--) {
    const notice = notices[i];
    // Older ones are there or not, depending on how the moment was reached: the log is of the moment only.
    if (notice.atMs > nowMs || notice.atMs <= nowMs - RECENT_MS) continue;
    const key = `${notice.atMs}-${notice.what}-${notice.number}`;
    if (notice.what === 'answer') {
      entries.push({
        key,
        atMs: notice.atMs,
        kind: kindOfNotice(notice),
        text: headline(words, notice),
        reason: shortReason(words, notice),
        causes: notice.causes,
        part: `why~${notice.serial}`,
        subject: { what: 'request', serial: notice.serial, nearMs: notice.atMs },
      });
      continue;
    }
    const text = describeHappening(words, notice, interventions);
    if (text !== null)
      entries.push({
        key,
        atMs: notice.atMs,
        kind: 'happened',
        text,
        reason: '',
        causes: [],
        part: '',
        subject: subjectOf(notice),
      });
  }
  return entries;
}

/** Whom a happening is about: a server or a person. */
function subjectOf(notice: Notice): Subject | null {
  if ('server' in notice) return { what: 'server', server: notice.server };
  if ('user' in notice) return { what: 'person', user: notice.user };
  return null;
}
