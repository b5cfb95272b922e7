/** A page that lists the named moments, each as a link. */
import { useWords } from '../i18n/Words.tsx';
import { MOMENTS } from '../player/link/moments.ts';
import { GALLERY_WORDS } from './words.ts';

export function Gallery() {
  const { locale } = useWords();
  const { title, help } = GALLERY_WORDS[locale];
  return (
    <main style={{ padding: '24px 32px', maxWidth: 860 }}>
      <h1>{title}</h1>
      <p>{help}</p>
      <ul>
        {Object.entries(MOMENTS).map(([name, parameters]) => (
          <li key={name} style={{ marginBottom: 8 }}>
            <a href={`?moment=${name}&lang=${locale}`}>{name}</a>{' '}
            <code style={{ color: 'var(--soft)' }}>{parameters}</code>
          </li>
        ))}
      </ul>
    </main>
  );
}
