/** What one can take along: a link to the moment, or the code of a frame. */
import { useEffect, useState } from 'react';
import { takeAlongWords } from '../i18n/takeAlong/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { useBranchingState, usePlayer } from '../player/hooks.ts';
import { formatBranches } from '../player/link/branchesText.ts';
import { addressOf, hasBranches, type Moment } from './address.ts';
import { CopyField } from './CopyField.tsx';
import { Dialog } from './Dialog.tsx';
import { LongLink, MOST_LINK_CHARACTERS } from './LongLink.tsx';

interface Props {
  what: 'share' | 'embed';
  moment: Moment;
  onClose(): void;
}

export function TakeAlong({ what, moment, onClose }: Props) {
  const { t, locale } = useWords();
  const words = takeAlongWords[locale];
  const { store } = usePlayer();
  const branches = useBranchingState((s) => s.branches);
  const title = what === 'share' ? words.shareTitle : words.embedTitle;
  const [hash, setHash] = useState('');
  const [onlyThis, setOnlyThis] = useState(false);
  useEffect(() => {
    if (what !== 'share' || !hasBranches(moment)) return;
    let current = true;
    formatBranches(branches).then((text) => current && setHash(text));
    return () => {
      current = false;
    };
  }, [what, moment, branches]);
  const short = addressOf(moment, locale, what === 'embed' ? null : store.getState());
  const whole = short + hash;
  const text =
    what === 'share'
      ? onlyThis
        ? short
        : whole
      : `<iframe src="${short}" title="${t.app.title}: ${t.app.question}" width="100%" height="620" style="border:1px solid #ddd;border-radius:12px" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what === 'share' ? words.shareHelp : words.embedHelp}</p>
      <CopyField label={title} text={text} rows={what === 'share' ? 3 : 6} />
      {what === 'share' && whole.length > MOST_LINK_CHARACTERS && (
        <LongLink whole={whole} short={short} onlyThis={onlyThis} onOnlyThis={setOnlyThis} />
      )}
    </Dialog>
  );
}
