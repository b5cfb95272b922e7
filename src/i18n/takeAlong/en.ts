import { createFormat } from '../format.ts';

const format = createFormat('en');

/** Words of what one can take along: fetched when somebody wants to. */
export const takeAlongEn = {
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copying is not allowed here. The text is selected: press Ctrl+C or ⌘C.',
  shareTitle: 'Link to this moment',
  shareHelp:
    'The link holds the scenario, the seed, everything you did, this moment, and what is open. Whoever opens it sees exactly this.',
  long: (p: { characters: number; most: number }) =>
    `This link has ${format.number(p.characters)} characters. Some programs cut links after ${format.number(p.most)}. As a file it arrives whole: whoever opens the file comes here.`,
  longRuns: (p: { characters: number; most: number; without: number }) =>
    `This link has ${format.number(p.characters)} characters. Some programs cut links after ${format.number(p.most)}. Without the other runs it would have ${format.number(p.without)}. As a file it arrives whole: whoever opens the file comes here.`,
  onlyThis: 'Only the run that is shown',
  saveFile: 'Save as a file',
  fileText: 'Open this moment',
  embedTitle: 'Put it into a page',
  embedHelp: 'Paste this into a blog post. The frame starts paused and loads nothing from elsewhere.',
};
