/** The words of the charts. */
import { createFormat } from '../format.ts';

const format = createFormat('en');

export const chartsEn = {
  whole: 'The whole run, as far as it has been simulated.',
  part: 'The part of the run that the timeline shows.',
  help: 'Drag in a chart, or use the arrow keys, to go to a moment. Press a point, or Enter, for the story of that second. What lies after the moment is paler. Charts know whole seconds, or more in a long run, and say which one their values are of; the other numbers of the page are those of now.',
  /** Beside values: which moment they are of. */
  asOf: (p: { at: string; ms: number }) =>
    `at ${p.at}, the last whole ${p.ms === 1000 ? 'second' : format.duration(p.ms)}`,
  during: (p: { from: string; to: string }) => `from ${p.from} to ${p.to}`,
  early: 'The charts begin after the first second of the run.',
  playhead: (p: { chart: string }) => `${p.chart}, playhead`,
  table: 'As a table',
  /** Name of a table. */
  caption: (p: { chart: string; ms: number }) => `${p.chart}, every ${format.duration(p.ms)}`,
  captionOfCounts: (p: { chart: string; ms: number }) =>
    `${p.chart}: how many answers in every ${p.ms === 1000 ? 'second' : format.duration(p.ms)}`,
  time: 'Time',
  /** Of the strips of a chart: the value at their full height. */
  height: 'Height of a row:',
  more: (p: { count: number }) => `${format.number(p.count)} more are in the table.`,
  outcomes: {
    title: 'What became of requests',
    help: 'Answers per second, stacked.',
    ok: 'served',
    refused: 'sent back to log in',
    failed: 'failed',
  },
  latency: {
    title: 'How long people waited',
    help: 'Successful answers of the last 5 s: so many came within this time, give or take 1.6%.',
    p50: 'half (p50)',
    p95: '95% (p95)',
    p99: '99% (p99)',
    short: { p50: 'p50', p95: 'p95', p99: 'p99' },
  },
  distribution: {
    title: 'How waiting was spread',
    help: 'All successful answers up to the moment, by response time on a logarithmic scale.',
    none: 'No successful answer yet.',
    answers: (p: { count: number }) => (p.count === 1 ? '1 answer' : `${format.number(p.count)} answers`),
    caption: 'How waiting was spread, up to the moment',
    within: 'Response time',
    range: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,
    count: 'Answers',
    share: 'Share',
    upTo: 'Share so far',
  },
  load: { title: 'Load of each server', help: 'Share of its workers’ time that was used.' },
  queue: { title: 'Queue of each server', help: 'Requests that wait for a worker.' },
  places: {
    title: 'Where sessions are',
    help: 'Sessions in each place, leftovers too.',
    cookies: 'In cookies',
    cookiesLong: 'Tokens in cookies',
    store: 'Store',
  },
  people: {
    title: 'How many are logged in',
    help: 'People whose session is still kept somewhere, without those who have just been sent back to log in.',
    loggedIn: 'logged in',
    left: 'gave up and left',
    short: { loggedIn: 'logged in', left: 'left' },
  },
  lost: {
    title: 'What was lost',
    help: 'Counted since the start.',
    sessions: 'sessions lost',
    logins: 'forced to log in again',
    short: { sessions: 'lost', logins: 'forced' },
  },
  cost: {
    title: 'What an hour costs',
    help: 'US dollars per hour, stacked.',
    servers: 'servers',
    store: 'session store',
    balancers: 'balancer',
    total: 'together',
    soFar: 'spent so far',
  },
};
