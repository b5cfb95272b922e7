/** What one can take along: a link to the moment, or the code of a frame. */
import { useEffect, useState } from 'react';
import { takeAlongWords } from '../i18n/takeAlong/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { useBranchingState } from '../player/hooks.ts';
import { formatBranches } from '../player/link/branchesText.ts';
import { addressOf, type Moment } from './address.ts';
import { CopyField } from './CopyField.tsx';
import { Dialog } from './Dialog.tsx';

interface Props {
  what: 'share' | 'embed';
  moment: Moment;
  onClose(): void;
}

export function TakeAlong({ what, moment, onClose }: Props) {
  const { t, locale } = useWords();
  const words = takeAlongWords[locale];
  const branches = useBranchingState((s) => s.branches);
  const title = what === 'share' ? words.shareTitle : words.embedTitle;
  const [hash, setHash] = useState('');
  useEffect(() => {
    if (what !== 'share' || 'lesson' in moment) return;
    let current = true;
    formatBranches(branches).then((text) => current && setHash(text));
    return () => {
      current = false;
    };
  }, [what, moment, branches]);
  const address = addressOf(moment, locale, what === 'embed') + hash;
  const text =
    what === 'share'
      ? address
      : `<iframe src="${address}" title="${t.app.title}: ${t.app.question}" width="100%" height="620" style="border:1px solid #ddd;border-radius:12px" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what === 'share' ? words.shareHelp : words.embedHelp}</p>
      <CopyField label={title} text={text} rows={what === 'share' ? 3 : 6} />
    </Dialog>
  );
}
