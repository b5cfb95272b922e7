import { useWords } from '../i18n/Words.tsx';
import { usePlayer } from '../player/hooks.ts';
import css from './controls.module.css';

/** The keys that tokens are signed with. */
export function SigningKeys() {
  const { t } = useWords();
  const player = usePlayer();
  const { rotateKeys, rotateKeysHelp, replaceKeys, replaceKeysHelp } = t.controls;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form part
    <div className={css.signingKeys} role="group" aria-label={t.controls.keys}>
      <button
        type="button"
        className={css.button}
        title={rotateKeysHelp}
        onClick={() => player.act({ do: 'rotate-keys', graceful: true })}
      >
        {rotateKeys}
      </button>
      <button
        type="button"
        className={css.button}
        title={replaceKeysHelp}
        onClick={() => player.act({ do: 'rotate-keys', graceful: false })}
      >
        {replaceKeys}
      </button>
    </div>
  );
}
