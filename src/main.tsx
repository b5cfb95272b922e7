// A stand-in until the page exists.
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  const isEmbed = import.meta.env.MODE === 'embed' || new URLSearchParams(location.search).has('embed');
  createRoot(root).render(<h1 style={{ color: 'teal' }}>{isEmbed ? 'Embed' : 'Full page'}</h1>);
}
