/** One sentence on what is going on, and one thing worth trying next. */
import type { ReactNode } from 'react';
import { POLICIES } from '../engine/policies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Language, personName, serverLabel } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import { type Situation, serves, situationOf } from '../player/situation.ts';
import type { MomentView } from '../player/view.ts';
import css from './controls.module.css';

interface Props {
  /** Something to try next, if it is to be offered; the first picture need not wait for it. */
  suggestion?: ReactNode;
  /** The way to the reason, if there is one; it need not be there at first either. */
  why?: ReactNode;
}

export function Summary({ suggestion, why }: Props) {
  const words = useWords();
  const { t } = words;
  const view = usePlayerState((s) => s.view);
  const situation = situationOf(view);
  return (
    <section className={css.summary} data-suggests={suggestion !== undefined} aria-label={t.summary.title}>
      <h2 className="visually-hidden">{t.summary.title}</h2>
      <p>
        {describeArrangement(words, view)}{' '}
        <b data-kind={situation.is === 'fine' ? 'ok' : situation.is === 'refusing' ? 'refused' : 'failed'}>
          {describeSituation(words, situation)}
        </b>{' '}
        {why}
      </p>
      {suggestion}
    </section>
  );
}

function describeArrangement(words: Language, view: MomentView): string {
  const { summary } = words.t;
  const staying = view.servers.filter((s) => s.state !== 'removing');
  const servers = staying.length;
  if (servers === 0) return '';
  if (view.deploying) {
    const done = staying.filter((s) => s.version === view.version).length;
    return summary.deploying({ version: view.version, done, of: servers });
  }
  if (view.strategy === 'shared') return summary.shared({ servers });
  if (view.strategy === 'replicated') return summary.replicated({ servers });
  if (view.strategy === 'sticky') return summary.sticky({ servers });
  if (view.strategy === 'token') return summary.token({ servers });
  // Nothing is in the memory of a server that does not run.
  if (servers === 1 && !staying.some(serves)) return '';
  if (servers === 1) {
    return summary.memoryOne({
      server: serverLabel(words, staying[0].index),
      sessions: staying[0].shelf.count,
    });
  }
  return POLICIES[view.policy].family === 'hash'
    ? summary.memoryHashed({ servers })
    : summary.memoryMany({ servers });
}

function describeSituation(words: Language, situation: Situation): string {
  const { summary } = words.t;
  switch (situation.is) {
    case 'no-balancer':
      return summary.noBalancer;
    case 'no-server':
      return summary.noServer;
    case 'store-down':
      return summary.storeDown;
    case 'store-fails-over':
      return summary.storeFailsOver({ inMs: Math.ceil(situation.inMs / 1000) * 1000 });
    case 'waiting':
      return summary.waiting({ count: situation.count });
    case 'unnoticed':
      return summary.unnoticed({ server: serverLabel(words, situation.server) });
    case 'no-rotation':
      return summary.noRotation;
    case 'failing':
      return summary.failing({ count: situation.count });
    case 'refusing':
      return summary.refusing({ count: situation.count });
    case 'stale':
      return summary.stale({ person: personName(words, situation.user) });
    case 'others-page':
      return summary.othersPage({
        person: personName(words, situation.user),
        other: personName(words, situation.of),
      });
    case 'impostor':
      return summary.impostor({ person: personName(words, situation.user) });
    case 'cut':
      return summary.cut;
    case 'server-out':
      return summary.serverOut({ server: serverLabel(words, situation.server) });
    case 'fine':
      return summary.fine;
  }
}
