/**
 * Who is logged in as a signed token says, which the browser keeps: `{"cart":1,"until":…}` and a signature of it. Every
 * page that is served seals a new one.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logins } from './logins.ts';
import type { Tokens } from './options.ts';

interface Content {
  cart: number;
  /** When it ends, in milliseconds of the clock; null for never. */
  until: number | null;
  /** When it was sealed. */
  since: number;
}

/** The first secret signs; all verify. */
export function tokens({ ttlMs }: Tokens, secrets: readonly string[]): Logins {
  const give = (response: Response, cart: number): void => {
    const now = Date.now();
    const content: Content = { cart, since: now, until: ttlMs === null ? null : now + ttlMs };
    const text = Buffer.from(JSON.stringify(content)).toString('base64url');
    response.cookie('token', `${text}.${sign(text, secrets[0])}`, { httpOnly: true });
  };
  const cartOf = (request: Request): number => read(request, secrets)?.cart ?? 0;
  return {
    middleware: (_request, _response, next) => next(),
    isLoggedIn: (request) => read(request, secrets) !== null,
    logIn: async (_request, response) => give(response, 0),
    showPage: async (request, response) => give(response, cartOf(request)),
    addToCart: async (request, response) => give(response, cartOf(request) + 1),
    async logOut(_request, response) {
      response.clearCookie('token');
    },
    inMemory: async () => 0,
  };
}

function read(request: Request, secrets: readonly string[]): Content | null {
  const [, text, signature] = /(?:^|; )token=([^.;]+)\.([^;]+)/.exec(request.headers.cookie ?? '') ?? [];
  if (text === undefined || signature === undefined) return null;
  if (!secrets.some((secret) => isEqual(signature, sign(text, secret)))) return null;
  const content: Content = JSON.parse(Buffer.from(text, 'base64url').toString());
  return content.until === null || content.until >= Date.now() ? content : null;
}

const sign = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
