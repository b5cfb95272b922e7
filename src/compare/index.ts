/** What is fetched when somebody compares, all at once: who opens the menu will soon need the page. */
export { ButWithMenu } from './ButWithMenu.tsx';
export { ComparePage } from './ComparePage.tsx';
