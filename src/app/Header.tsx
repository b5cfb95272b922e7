/** Name, ways through the project, scenario, language, colours, and what to take along. */
import { useEffect, useRef, useState } from 'react';
import { type Locale, localeNames, locales } from '../i18n/locale.ts';
import { useWords } from '../i18n/Words.tsx';
import { useLoaded } from '../player/useLoaded.tsx';
import { SCENARIO_IDS, type ScenarioId } from '../scenarios/library/index.ts';
import type { Theme } from '../shell/theme.ts';
import type { Moment } from './address.ts';
import css from './app.module.css';

const loadTakeAlong = async () => (await import('./TakeAlong.tsx')).TakeAlong;

interface Props {
  scenario: ScenarioId;
  onScenario(id: ScenarioId): void;
  inStory: boolean;
  onStory(on: boolean): void;
  comparing: boolean;
  onCompare(): void;
  theme: Theme;
  onTheme(theme: Theme): void;
  /** The moment on the screen, to be taken along. */
  takeMoment(): Moment;
}

export function Header(props: Props) {
  const { t, locale, setLocale } = useWords();
  const [open, setOpen] = useState<{ what: 'share' | 'embed'; moment: Moment } | null>(null);
  const TakeAlong = useLoaded(loadTakeAlong, open !== null);
  const nav = useRef<HTMLElement>(null);
  const { inStory, comparing } = props;
  const shown = comparing || inStory;
  const before = useRef(shown);
  // What was pressed may have gone with the page that it was on.
  useEffect(() => {
    if (shown !== before.current && document.activeElement === document.body)
      nav.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    before.current = shown;
  }, [shown]);
  const other = locales.find((l) => l !== locale) as Locale;
  return (
    <header className={css.header}>
      <Logo />
      <h1>
        {t.app.title} <small>{t.app.question}</small>
      </h1>
      <nav ref={nav} aria-label={t.app.title}>
        <button
          type="button"
          className={css.tab}
          aria-pressed={!props.inStory && !props.comparing}
          onClick={() => props.onStory(false)}
        >
          {t.app.explore}
        </button>
        <button
          type="button"
          className={css.tab}
          aria-pressed={props.inStory && !props.comparing}
          onClick={() => props.onStory(true)}
        >
          {t.app.story}
        </button>
        <button type="button" className={css.tab} aria-pressed={props.comparing} onClick={props.onCompare}>
          {t.app.compare}
        </button>
      </nav>
      <span className={css.spring} />
      {!props.inStory && !props.comparing && (
        <label className={css.scenario}>
          <span>{t.app.scenario}</span>
          <select
            className="button"
            value={props.scenario}
            onChange={(e) => props.onScenario(e.target.value as ScenarioId)}
          >
            {SCENARIO_IDS.map((id) => (
              <option key={id} value={id}>
                {t.scenario[id]}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" lang={other} onClick={() => setLocale(other)}>
        {localeNames[other]}
      </button>
      <button
        type="button"
        className="button"
        aria-label={props.theme === 'dark' ? t.app.theme.light : t.app.theme.dark}
        title={props.theme === 'dark' ? t.app.theme.light : t.app.theme.dark}
        onClick={() => props.onTheme(props.theme === 'dark' ? 'light' : 'dark')}
      >
        <HalfMoon />
      </button>
      {!props.comparing && (
        <button
          type="button"
          className="button"
          onClick={() => setOpen({ what: 'embed', moment: props.takeMoment() })}
        >
          {t.app.embed}
        </button>
      )}
      <button
        type="button"
        className={`button ${css.primary}`}
        onClick={() => setOpen({ what: 'share', moment: props.takeMoment() })}
      >
        {t.app.share}
      </button>
      {open && TakeAlong && <TakeAlong {...open} onClose={() => setOpen(null)} />}
    </header>
  );
}

function HalfMoon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" style={{ display: 'block' }}>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor" />
    </svg>
  );
}

function Logo() {
  return (
    <svg className={css.logo} width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M14 5v15M6 9h16M6 9l-4 8h8zM22 9l-4 8h8zM9 23h10" />
    </svg>
  );
}
