/** Words of what one can take along: fetched when somebody wants to. */
export const takeAlongEn = {
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copying is not allowed here. The text is selected: press Ctrl+C or ⌘C.',
  shareTitle: 'Link to this moment',
  shareHelp:
    'The link holds the scenario, the seed, everything you did, and this moment. Whoever opens it sees exactly this.',
  embedTitle: 'Put it into a page',
  embedHelp: 'Paste this into a blog post. The frame starts paused and loads nothing from elsewhere.',
};
