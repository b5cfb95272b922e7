import type { Request, RequestHandler, Response } from 'express';

/** What the pages of the application need to know and do about logins, however they are kept. */
export interface Logins {
  /** Run before every page; looks up who is asking. */
  middleware: RequestHandler;
  isLoggedIn(request: Request): boolean;
  /** Makes a new session, as should be against session fixation. */
  logIn(request: Request, response: Response): Promise<void>;
  /** What a page does to the session, besides looking it up. */
  showPage(request: Request, response: Response): Promise<void>;
  /** Puts one thing into the cart and keeps it. */
  addToCart(request: Request, response: Response): Promise<void>;
  logOut(request: Request, response: Response): Promise<void>;
  /** How many sessions this process remembers. */
  inMemory(): Promise<number>;
}
