/** What one can take along: a link to the moment, or the code of a frame. */
import { useWords } from '../i18n/Words.tsx';
import { CopyField } from './CopyField.tsx';
import { Dialog } from './Dialog.tsx';

interface Props {
  what: 'share' | 'embed';
  text: string;
  onClose(): void;
}

export function TakeAlong({ what, text, onClose }: Props) {
  const { t } = useWords();
  const title = what === 'share' ? t.app.shareTitle : t.app.embedTitle;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what === 'share' ? t.app.shareHelp : t.app.embedHelp}</p>
      <CopyField label={title} text={text} rows={what === 'share' ? 3 : 6} />
    </Dialog>
  );
}
