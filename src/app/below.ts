/** What lies below the first picture, and what is only heard: fetched after it. */
export { Charts } from '../charts/Charts.tsx';
export { Log } from '../controls/Log.tsx';
export { Why } from '../controls/Why.tsx';
export { Announcements } from '../shell/Announcements.tsx';
export { MenuList } from '../stage/MenuList.tsx';
export { FocusKeeper } from './FocusKeeper.tsx';
