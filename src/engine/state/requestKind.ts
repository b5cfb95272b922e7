/** What a request asks for. */

/** A page that needs no login, asked for by a passing visitor. */
export const visit = 0;
export const login = 1;
/** A page that only a logged-in person may see. */
export const page = 2;
/** Puts one thing into the cart, which is kept in the session. */
export const cart = 3;
export const logout = 4;
/** A file that a page needs, such as a picture. Nobody waits for it before doing something else. */
export const file = 5;
/** A cache asks for new content by itself, while it gives out the old. */
export const refresh = 6;
