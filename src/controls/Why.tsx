/** Beside the sentence on what is going on: the way to the story of the answer that it speaks of. */
import { useWords } from '../i18n/Words.tsx';
import type { AnswerNotice } from '../player/describe.ts';
import { useInspect, usePlayerState } from '../player/hooks.ts';
import { type Situation, situationOf } from '../player/situation.ts';
import type { MomentView } from '../player/view.ts';
import css from './controls.module.css';

export function Why() {
  const { t } = useWords();
  const inspect = useInspect();
  const view = usePlayerState((s) => s.view);
  const answer = answerBehind(situationOf(view), view);
  if (answer === null || inspect === null) return null;
  return (
    <button
      type="button"
      className={css.why}
      onClick={() => inspect({ what: 'request', serial: answer.serial, nearMs: answer.atMs })}
    >
      {t.why.chain}
    </button>
  );
}

/** The last answer that makes a situation what it is; null where no answer does. */
export function answerBehind({ is }: Situation, { notices, nowMs }: MomentView): AnswerNotice | null {
  const matches = TELLING[is];
  if (!matches) return null;
  return (
    notices.findLast((n): n is AnswerNotice => n.what === 'answer' && n.atMs <= nowMs && matches(n.status)) ??
    null
  );
}

const TELLING: { readonly [Is in Situation['is']]?: (status: number) => boolean } = {
  refusing: (status) => status === 401,
  failing: (status) => status >= 400 && status !== 401,
  stale: (status) => status < 400,
  'others-page': (status) => status < 400,
  impostor: (status) => status < 400,
};
