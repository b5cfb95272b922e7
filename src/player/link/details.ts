/** What few addresses hold: what somebody did, and settings of their own. */
export { ACTION_WORDS, parseActions } from './actions.ts';
export { parseStartSettings } from './startSettingsText.ts';
