/** One thing worth trying next, as a button that does it. */
import { placeOfNode } from '../engine/state/sessions.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Language, personName, serverLabel } from '../player/describe.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { storeName } from '../player/names.ts';
import { type Suggestion as Suggested, suggestionFor } from '../player/suggest.ts';
import css from './controls.module.css';

export function Suggestion() {
  const words = useWords();
  const player = usePlayer();
  const view = usePlayerState((s) => s.view);
  const suggestion = suggestionFor(view);
  // Nothing has happened yet where the page does not play by itself: there is nothing else to try.
  const waits = usePlayerState((s) => !s.playing && s.view.nowMs === 0);
  return (
    <p className={css.try}>
      {words.t.summary.try}{' '}
      <button
        type="button"
        onClick={(event) => {
          // The second click of a double click would take the suggestion that has come in the meantime.
          if (event.detail > 1) return;
          if (waits) return player.play();
          if ('action' in suggestion) player.act(suggestion.action);
          else player.seek(suggestion.untilMs);
          player.play();
        }}
      >
        {waits
          ? words.t.summary.tryPlay
          : describeSuggestion({ ...words, stores: view.store.nodes.length }, suggestion)}
      </button>
    </p>
  );
}

function describeSuggestion(words: Language, suggestion: Suggested): string {
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
