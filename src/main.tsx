/**
 * The entry of every page built from index.html: the full page, the embed frame, the gallery. Only what
 * the address asks for is fetched; in the embed build the other two are not there at all.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { needsFurther } from './engine/furtherNeeds.ts';
import { fetchRules } from './player/fetchRules.ts';
import { needsDetails } from './player/link/link.ts';
import { Language } from './shell/Language.tsx';
import { readStart, type Start } from './shell/start.ts';
import { Trouble } from './shell/Trouble.tsx';
import { applyTheme, resolveTheme } from './shell/theme.ts';
import './shell/theme.css';
import { loadFurtherWords } from './i18n/further/index.ts';
import { loadMessages } from './i18n/messages.ts';
import { loadSettingsWords } from './i18n/settings/index.ts';

const query = new URLSearchParams(location.search);
const hasMoment = query.has('moment');
const start = readStart(
  query,
  hasMoment ? (await import('./player/link/moments.ts')).MOMENTS : {},
  hasMoment || needsDetails(query) ? await import('./player/link/details.ts') : null,
);
applyTheme(resolveTheme(start.themeChoice));
const keepLanguage = (locale: string) => {
  start.storage.set('lang', locale);
  const now = new URLSearchParams(location.search);
  now.set('lang', locale);
  history.replaceState(history.state, '', `?${now}${location.hash}`);
};

const [messages, page, further] = await Promise.all([
  loadMessages(start.locale),
  loadPage(start),
  // Without them the page says that it cannot show this run.
  needsFurther(start.link.run) ? fetchFurther().catch(() => null) : null,
]);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Language
        initial={{ locale: start.locale, messages, further }}
        query={start.query}
        loadSettings={import.meta.env.MODE === 'embed' ? null : loadSettingsWords}
        onChange={keepLanguage}
      >
        <Trouble>{page}</Trouble>
      </Language>
    </StrictMode>,
  );
}

/** The further rules, and the words to tell them in. */
async function fetchFurther() {
  const words = loadFurtherWords(start.locale);
  await fetchRules(words);
  return words;
}

async function loadPage(s: Start) {
  if (import.meta.env.MODE === 'embed' || s.embedded) {
    const { Frame } = await import('./embed/Frame.tsx');
    return <Frame start={s} />;
  }
  if (s.query.has('gallery')) {
    const { Gallery } = await import('./gallery/Gallery.tsx');
    return <Gallery />;
  }
  const { App } = await import('./app/App.tsx');
  return <App start={s} />;
}
