/** What a person is doing. */

/** Reading, typing: will ask for something when `event` comes. */
export const thinking = 0;
/** An answer is awaited. */
export const waiting = 1;
/** Gave up and does not come back. */
export const left = 2;
/** The script has no more lines for this person. */
export const done = 3;
