/** Where the page has what the visitor did, by its place in the run. */

/** The field in which its time stands. */
export const idOfChange = (index: number): string => `change-${index}`;

/** Its mark on the timeline. */
export const idOfMark = (index: number): string => `mark-${index}`;
