/** The words of the settings panel itself. */
import { createFormat } from '../format.ts';

const format = createFormat('en');

export const panelEn = {
  title: 'All settings',
  help: 'A change takes effect now, as a mark on the timeline. Settings of the start begin the run anew.',
  find: 'Find a setting',
  foundNone: 'No setting is called that.',
  found: (p: { count: number }) => (p.count === 1 ? '1 setting' : `${format.number(p.count)} settings`),
  atStart: 'belongs to the start',
  changed: 'changed',
  undo: (p: { value: string }) => `Back to ${p.value}`,
  yes: 'yes',
  no: 'no',
  startOver: 'All settings as in the scenario',
  presets: {
    label: 'The balancer behaves like',
    none: 'none of these',
    help: 'Sets everything below that the product has a default for. You can change single settings afterwards.',
    caption: (p: { product: string }) => `Defaults of ${p.product}`,
    source: 'source',
  },
  kind: 'Spread',
  kinds: {
    constant: 'always the same',
    exponential: 'exponential',
    uniform: 'even between two limits',
    lognormal: 'hump with a long tail (log-normal)',
    hyperexponential: 'most short, few very long',
  },
  mean: 'Mean',
  shortest: 'Shortest',
  longest: 'Longest',
  variation: 'Variation (deviation ÷ mean)',
  wrong: {
    duration: (p: { least: string; most: string }) =>
      `Expected a duration such as 500ms, 2s or 5min, from ${p.least} to ${p.most}.`,
    number: (p: { least: number; most: number }) =>
      `Expected a number from ${format.number(p.least, 2)} to ${format.number(p.most, 2)}.`,
    whole: (p: { least: number; most: number }) =>
      `Expected a whole number from ${format.number(p.least)} to ${format.number(p.most)}.`,
    limits: 'The longest must not be below the shortest.',
  },
};
