/** Words for what a link asks for and this run does not have: fetched with what reads the rest of a link. */
import { createFormat } from '../format.ts';

const format = createFormat('en');

export const linkEn = {
  noRequest: (p: { number: number; at: number }) =>
    `The link looks closer at request ${p.number} of ${format.clock(p.at)}, and this run has no such request. Perhaps what was done in it was changed. Nothing is looked at.`,
  noPerson: (p: { number: number; of: number }) =>
    `The link looks closer at person ${p.number}, and there are ${format.number(p.of)} people here. Nothing is looked at.`,
  noServer: (p: { name: string }) =>
    `The link looks closer at server ${p.name}, and there is none of that name at this moment. Nothing is looked at.`,
  noServerThen: (p: { name: string; at: number }) =>
    `In the link something is done to server ${p.name} at ${format.clock(p.at)}, and there is no such server then. It changes nothing.`,
  noPersonThen: (p: { number: number; of: number; at: number }) =>
    `In the link something is done to person ${p.number} at ${format.clock(p.at)}, and there are ${format.number(p.of)} people here. It changes nothing.`,
  noSession: (p: { number: number }) =>
    `The link looks closer at session ${p.number}, and so many have not been made by this moment. Nothing is looked at.`,
  otherSession: (p: { number: number }) =>
    `The link looks closer at session ${p.number}, and in this run that is another one: another person’s, or made at another time. Perhaps what was done in it was changed. Nothing is looked at.`,
  noReasons: (p: { number: number }) =>
    `The link opens “Why?” for request ${p.number}, and the log of this moment does not tell of it. It stays closed.`,
  notCompared: (p: { text: string }) =>
    `The link compares with “${p.text}”, which cannot be read. That is left out.`,
  noPart: (p: { from: number; to: number }) =>
    `The link shows the time from ${format.clock(p.from)} to ${format.clock(p.to)}, and the timeline of this moment does not reach so far. All of it is shown.`,
  newer: (p: { text: string }) =>
    `A newer version of this page made the part of the link that begins with “${p.text}”. It holds the other runs, which are left out; everything else is here. Loading the page again may bring the newer version.`,
  broken: (p: { text: string }) =>
    `The part of the link after “#” cannot be read: “${p.text}”. Perhaps it was cut off on its way. It holds the other runs, which are left out; everything else is here.`,
};
