/** What of the address could not be used: said once, in words, without stopping anything. */
import { useState } from 'react';
import type { PickedLocale } from '../i18n/locale.ts';
import { localeNames } from '../i18n/locale.ts';
import { useWords } from '../i18n/Words.tsx';
import type { LinkProblem } from '../player/link/link.ts';
import css from './notices.module.css';

interface Props {
  problems: readonly LinkProblem[];
  language: PickedLocale['notice'];
  /** Says where it stands on the page. */
  className?: string | undefined;
}

export function Notices({ problems, language, className }: Props) {
  const { t, locale } = useWords();
  const [shown, setShown] = useState(true);
  if (!shown || (problems.length === 0 && language === null)) return null;
  return (
    <div className={`${css.notices} ${className ?? ''}`} role="alert">
      <div>
        <b>{t.notice.title}</b>
        <ul>
          {language && (
            <li>
              {t.notice.unknownLanguage({ value: language.value, expected: Object.values(localeNames) })}
            </li>
          )}
          {problems.slice(0, 6).map((p) => (
            <li key={p.code === 'bad-value' ? `${p.name}-${p.value}` : `${p.code}-${'name' in p && p.name}`}>
              {p.code === 'told'
                ? p.words[locale]
                : p.code === 'bad-value'
                  ? t.notice.badValue({ name: p.name, value: p.value, expected: p.expected })
                  : t.notice.badActions({
                      values: p.values.slice(0, 6),
                      words: [...p.words.slice(0, 6), '…'],
                    })}
            </li>
          ))}
        </ul>
      </div>
      <button type="button" className="button" onClick={() => setShown(false)}>
        {t.notice.dismiss}
      </button>
    </div>
  );
}
