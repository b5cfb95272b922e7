/** When a part of the page fails, says so in words and keeps the way back to what the visitor had. */
import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/Words.tsx';

export class Trouble extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const { t } = useWords();
  return (
    <main style={{ padding: 32, overflowWrap: 'anywhere' }}>
      <h1>{t.notice.crashed}</h1>
      <p>{t.notice.crashedHelp}</p>
      <p>
        <a href={location.href}>{location.href}</a>
      </p>
    </main>
  );
}
