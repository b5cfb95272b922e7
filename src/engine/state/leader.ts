/** What `leader` says when no request is on its way to bring an entry's content. */

/** Nobody has been sent, or the last one sent has brought the content. */
export const nobody = -1;
/** The last one sent came back with a failure, so whoever brings the content next may fill the entry. */
export const failed = -2;
