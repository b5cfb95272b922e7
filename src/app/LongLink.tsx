/** What to do with a link that is too long for some programs: leave the other runs out, or save it as a file. */
import { takeAlongWords } from '../i18n/takeAlong/index.ts';
import { useWords } from '../i18n/Words.tsx';
import css from './app.module.css';

/** Longer links are cut by programs that people send them with. */
export const MOST_LINK_CHARACTERS = 2000;

interface Props {
  /** The link, and the same without the other runs. */
  whole: string;
  short: string;
  onlyThis: boolean;
  onOnlyThis(on: boolean): void;
}

export function LongLink({ whole, short, onlyThis, onOnlyThis }: Props) {
  const { t, locale } = useWords();
  const words = takeAlongWords[locale];
  const size = { characters: whole.length, most: MOST_LINK_CHARACTERS };
  const hasRuns = short.length < whole.length;
  const save = () => {
    const page = pageTo(onlyThis ? short : whole, t.app.title, words.fileText, locale);
    const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = 'balancing-act.html';
    anchor.click();
    // The browser has begun to read it by then.
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <div className={css.longLink}>
      <p role="note">{hasRuns ? words.longRuns({ ...size, without: short.length }) : words.long(size)}</p>
      {hasRuns && (
        <label>
          <input
            type="checkbox"
            checked={onlyThis}
            onChange={(event) => onOnlyThis(event.currentTarget.checked)}
          />
          {words.onlyThis}
        </label>
      )}
      <button type="button" className="button" onClick={save}>
        {words.saveFile}
      </button>
    </div>
  );
}

/** A page that leads to an address, by itself and by a press. */
export function pageTo(address: string, title: string, text: string, locale: string): string {
  const [to, name, link] = [address, title, text].map((part) =>
    part.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`),
  );
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${to}">
<title>${name}</title>
<p><a href="${to}">${link}</a></p>
`;
}
