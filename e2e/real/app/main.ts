/**
 * A web application with a login, in a process of its own: `node app.mjs '{"name": "A", …}'`. It loads
 * everything first and listens when it is told to, so that a restart takes exactly as long as a scenario says.
 */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type NextFunction, type Request, type Response } from 'express';
import { type AppOptions, BACKLOG, type Order, type Report } from './options.ts';
import { serverSessions } from './sessions.ts';
import { tokens } from './tokens.ts';

const options: AppOptions = JSON.parse(process.argv[2]);
const { sessions, secrets } = options;
const logins =
  sessions.kind === 'token' ? tokens(sessions, secrets) : await serverSessions(sessions, secrets);
const say = (report: Report) => process.send?.(report);

const app = express();
let inFlight = 0;
app.use((_request, response, next) => {
  response.setHeader('X-Server', options.name);
  say({ inFlight: ++inFlight });
  response.once('close', () => say({ inFlight: --inFlight }));
  next();
});
app.use(logins.middleware);

const onlyLoggedIn = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
  if (logins.isLoggedIn(request)) return next();
  await pause(options.refusalMs);
  response.status(401).send('Please log in.\n');
};

app.post('/login', async (request, response) => {
  await pause(options.loginMs);
  await logins.logIn(request, response);
  response.send('Welcome.\n');
});
app.get('/page', onlyLoggedIn, async (request, response) => {
  await pause(options.pageMs);
  await logins.showPage(request, response);
  response.send('A page.\n');
});
app.post('/cart', onlyLoggedIn, async (request, response) => {
  await pause(options.pageMs);
  await logins.addToCart(request, response);
  response.send('In the cart.\n');
});
app.post('/logout', onlyLoggedIn, async (request, response) => {
  await pause(options.pageMs);
  await logins.logOut(request, response);
  response.send('Good bye.\n');
});
// Express answers an error with 500; this only keeps it from filling the log.
app.use((_error: unknown, _request: Request, response: Response, next: NextFunction) => {
  if (response.headersSent) next(_error);
  else response.status(500).send('Something went wrong.\n');
});

function listen(): void {
  const server = createServer(app).listen(options.port, '127.0.0.1', BACKLOG, () => say({ done: 'listen' }));
  // Finishes what it has; those who ask now are refused.
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
}

process.on('message', async (order: Order) => {
  switch (order.do) {
    case 'listen':
      listen();
      break;
    case 'count':
      say({ done: 'count', records: await logins.inMemory() });
      break;
    case 'change-secrets':
      // express-session goes on reading the list that it was given.
      secrets.splice(0, secrets.length, ...order.secrets);
      say({ done: 'change-secrets' });
  }
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
say({ inFlight: 0 });
