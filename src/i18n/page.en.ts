/** Words that frames do without: their build leaves them out. English gives the type. */
import { createFormat } from './format.ts';

const format = createFormat('en');

export const pageEn = {
  app: {
    skip: 'Skip to the controls',
    explore: 'Explore',
    story: 'Story',
    compare: 'Compare',
    butWith: 'This run, but with …',
    scenario: 'Scenario',
    theme: { light: 'Light colours', dark: 'Dark colours' },
    share: 'Share',
    embed: 'Embed',
  },
  timeline: { charts: 'Charts of the run' },
  why: {
    closer: 'Look closer',
    closerAt: (p: { what: string }) => `Look closer: ${p.what}`,
    closerHelp: 'What it went through, step by step.',
    chain: 'Why?',
    log: 'What happened',
  },
  controls: {
    title: 'Controls',
    servers: 'Servers',
    removeServer: 'Remove the last server',
    cost: (p: { all: number; servers: number; balancer: number; store: number }) =>
      `${format.money(p.all)} an hour: servers ${format.money(p.servers)}, balancer ${format.money(p.balancer)}${
        p.store === 0 ? '' : `, store ${format.money(p.store)}`
      }`,
    costHelp: 'List prices of AWS us-east-1, on demand, 2026.',
    deploy: 'Deploy a new version',
    deployHelp: 'The servers restart one after the other, each when it has finished what it has.',
    deployed: (p: { version: number; left: number }) =>
      p.left === 0 ? `version ${p.version}` : `version ${p.version}, ${format.number(p.left)} to go`,
    traffic: 'Traffic',
    think: 'How often people click',
    thinkValue: (p: { everyMs: number }) => `about ${format.duration(p.everyMs)} after each answer`,
    visitors: 'Passing visitors',
    visitorsValue: (p: { perSecond: number }) =>
      p.perSecond === 0 ? 'none' : `${format.number(p.perSecond)} a second`,
    seed: 'Seed',
    seedHelp: 'The same seed gives the same run.',
    newSeed: 'Another seed',
    moreSettings: 'All settings',
    startOver: 'Start over',
    startOverHelp: 'The scenario from its beginning, without what you did.',
  },
  scenario: {
    'one-server': 'One server',
    'two-servers': 'Two servers, memory',
    'three-servers': 'Three servers, memory',
    'sticky-three': 'Three servers, sticky',
    'shared-store': 'Three servers, shared store',
    'busy-crowd': 'A busy crowd',
    'lone-user': 'One person, two servers',
    'lunch-rush': 'Lunch rush',
    'sudden-rush': 'A sudden rush',
    autoscaler: 'Autoscaler, traffic in waves',
    metastable: 'An overload that stays',
    'balancer-pair': 'A pair of balancers',
    'one-slow-server': 'One slow server',
    failover: 'A store with copies',
    'cut-consistent': 'Two zones, consistent store',
    'cut-available': 'Two zones, available store',
    'sharded-modulo': 'Three shards, modulo',
    'sharded-ring': 'Three shards, hash ring',
    pictures: 'Pages with pictures, CDN',
    'leaky-cdn': 'A CDN that keeps too much',
  },
};
