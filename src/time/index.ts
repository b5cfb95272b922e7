/** Going about in time and changing the past: what the page fetches after its first picture. */
export { MarkLabels } from '../charts/MarkLabels.tsx';
export { Zoom } from '../charts/zoom/Zoom.tsx';
export { ZoomButtons } from '../charts/zoom/ZoomButtons.tsx';
export { Changes } from './Changes.tsx';
export { MarkHandles } from './MarkHandles.tsx';
export { Runs } from './Runs.tsx';
export { TimeTools } from './TimeTools.tsx';
export { Unfold } from './Unfold.tsx';
