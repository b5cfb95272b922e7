/** Before a check that is run by itself: installs what a newer package-lock.json asks for, as `npm test` does. */
import { ensureInstalled } from './lib/ensureInstalled.mjs';

ensureInstalled();
