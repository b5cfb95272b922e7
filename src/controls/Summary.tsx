/** One sentence on what is going on, and one thing worth trying next. */
import { POLICIES } from '../engine/policies/index.ts';
import { placeOfNode } from '../engine/state/sessions.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Language, personName, serverLabel } from '../player/describe.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { storeName } from '../player/names.ts';
import { type Situation, type Suggestion, serves, situationOf, suggestionFor } from '../player/suggest.ts';
import type { MomentView } from '../player/view.ts';
import css from './controls.module.css';

interface Props {
  /** Offers something to try next. */
  suggest: boolean;
  /** The log is on the same page, for whoever asks why. */
  withLog: boolean;
}

/** What answers are the reason of: the log has their chains of causes. */
const TOLD_IN_LOG: readonly Situation['is'][] = ['refusing', 'failing', 'stale', 'others-page', 'impostor'];

export function Summary({ suggest, withLog }: Props) {
  const words = useWords();
  const { t } = words;
  const player = usePlayer();
  const view = usePlayerState((s) => s.view);
  const suggestion = suggest ? suggestionFor(view) : null;
  const situation = situationOf(view);
  return (
    <section className={css.summary} data-suggests={suggest} aria-label={t.summary.title}>
      <h2 className="visually-hidden">{t.summary.title}</h2>
      <p>
        {describeArrangement(words, view)}{' '}
        <b data-kind={situation.is === 'fine' ? 'ok' : situation.is === 'refusing' ? 'refused' : 'failed'}>
          {describeSituation(words, situation)}
        </b>{' '}
        {withLog && TOLD_IN_LOG.includes(situation.is) && <a href="#log">{t.why.chain}</a>}
      </p>
      {suggestion && (
        <p className={css.try}>
          {t.summary.try}{' '}
          <button
            type="button"
            onClick={(event) => {
              // The second click of a double click would take the suggestion that has come in the meantime.
              if (event.detail > 1) return;
              if ('action' in suggestion) player.act(suggestion.action);
              else player.seek(suggestion.untilMs);
              player.play();
            }}
          >
            {describeSuggestion({ ...words, stores: view.store.nodes.length }, suggestion)}
          </button>
        </p>
      )}
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

function describeSuggestion(words: Language, suggestion: Suggestion): string {
  const { summary } = words.t;
  switch (suggestion.id) {
    case 'add':
      return summary.tryAdd;
    case 'sticky':
      return summary.trySticky;
    case 'shared':
      return summary.tryShared;
    case 'kill':
      return summary.tryKill({ server: serverLabel(words, suggestion.server) });
    case 'start':
      return summary.tryStart({ server: serverLabel(words, suggestion.server) });
    case 'resume':
      return summary.tryResume({ server: serverLabel(words, suggestion.server) });
    case 'token':
      return summary.tryToken;
    case 'log-out':
      return summary.tryLogOut({ person: personName(words, suggestion.user) });
    case 'replay':
      return summary.tryReplay({ person: personName(words, suggestion.user) });
    case 'keep-less':
      return summary.tryKeepLess;
    case 'kill-balancer':
      return words.t.balancer.kill;
    case 'start-balancer':
      return summary.tryStartBalancer;
    case 'revocation':
      return summary.tryRevocation;
    case 'wait-for-copy':
      return summary.tryWaitForCopy;
    case 'kill-store':
      return summary.tryKillStore({ store: storeName(words, placeOfNode(suggestion.node)) });
    case 'restart-store':
      return summary.tryRestartStore({ store: storeName(words, placeOfNode(suggestion.node)) });
    case 'cut':
      return summary.tryCut;
    case 'shard':
      return summary.tryShard;
    case 'heal':
      return summary.tryHeal;
  }
}
