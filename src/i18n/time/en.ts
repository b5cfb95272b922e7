/** Words of going about in time and changing the past: fetched with what needs them. */
import { createFormat } from '../format.ts';

const format = createFormat('en');

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const shortClock = (ms: number) => format.clock(ms).replace(/\.\d+$/, '');

export const timeEn = {
  go: {
    label: 'Go…',
    nextRefusal: 'Next refusal or failure',
    previousRefusal: 'Previous refusal or failure',
    nextRequest: (p: { person: string }) => `${p.person}’s next request`,
    previousRequest: (p: { person: string }) => `${p.person}’s previous request`,
    nextChange: 'Next thing you did',
    previousChange: 'Previous thing you did',
    end: 'End of what has been simulated',
    backwards: 'Play backwards',
    looking: 'Looking…',
    notFound: (p: { ms: number }) => `Nothing of the kind in the next ${format.duration(p.ms)}.`,
    notFoundBefore: 'Nothing of the kind before this moment.',
    stop: 'Stop',
    on: (p: { share: number }) => `${format.percent(p.share, 0)} of the way`,
  },
  zoom: {
    label: 'Zoom of the timeline',
    in: 'Zoom in',
    out: 'Zoom out',
    all: 'Whole run',
    back: 'To the playhead',
    keys: 'Plus and minus zoom in and out, 0 shows the whole run. The closer you look, the smaller the steps of the arrow keys. Enter tells what happened there. With a mouse, hold Ctrl or ⌘ and turn the wheel; on a touch screen, use two fingers.',
    part: (p: { from: number; to: number }) => `${format.clock(p.from)} to ${format.clock(p.to)} shown`,
    whole: 'The whole run is shown.',
    visible: 'Visible part of the run',
    visibleHelp:
      'Arrow keys move it by a tenth of its width, Page keys by all of it. Plus, minus and 0 zoom.',
    withoutPlayhead: 'the playhead is elsewhere',
    answers: (p: { count: number }) => `Single answers: ${format.number(p.count)}`,
    answersHelp: 'Arrow keys go from one to the next. Enter goes there and tells its story.',
    answer: (p: { at: number; person: string; status: string; outcome: string; what: string; ms: number }) =>
      `${format.clock(p.at)} ${upper(p.person)}: ${p.what}, ${p.status} ${p.outcome}, ${format.duration(p.ms)}`,
    /** What was asked for, in a word. */
    request: {
      visit: 'page without a login',
      login: 'login',
      page: 'page',
      cart: 'cart',
      logout: 'logout',
    },
  },
  unfold: 'Speed and more',
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Taken back.',
  ledTo: (p: { name: string }) => `${p.name} is shown, where that was done. Press again to go on.`,
  redone: 'Done again.',
  runs: {
    label: 'Runs',
    help: 'Acting in the past begins another run. None is lost.',
    compare: 'Side by side',
    /** What a run has that others have not, in a word, and when. */
    own: (p: { what: string; at: number }) => `${p.what} at ${shortClock(p.at)}`,
    /** What only the other run has, in a word. */
    lacks: (p: { what: string }) => `without “${p.what}”`,
    others: (p: { count: number }) => `+${format.number(p.count)}`,
    nothing: 'nothing else done',
    name: (p: { number: number }) => `Run ${format.number(p.number)}`,
    left: (p: { from: string; at: number }) => `left ${p.from} at ${format.clock(p.at)}`,
    rename: (p: { name: string }) => `Rename ${p.name}`,
    renameHelp: 'Enter keeps the name, Escape does not. Without a name it gets its number back.',
    nameOf: (p: { name: string }) => `Name of ${p.name}`,
    renamed: (p: { name: string }) => `It is called “${p.name}” now.`,
    begun: (p: { name: string; before: string }) => `${p.name} begins here. ${p.before} is kept as it was.`,
    without: (p: { name: string; before: string; what: string }) =>
      `${p.name}: without “${p.what}”. ${p.before} is kept as it was.`,
    takeBack: 'Take it back',
    both: 'Show both',
  },
  wayBack: {
    here: (p: { at: number }) => `The story led you to ${format.clock(p.at)}.`,
    back: (p: { at: number }) => `Back to ${format.clock(p.at)}`,
  },
  changes: {
    title: 'What you did',
    none: 'Nothing in this run.',
    help: 'Give it another time, do it another way, or remove it: the run is computed anew. Undo takes it back.',
    edit: (p: { what: string }) => `Change “${p.what}”`,
    seconds: 's',
    /** It made no sense when its time came. */
    inVain: 'changed nothing',
    editShort: 'Change',
    /** What can be chosen anew of something that was done. */
    parts: {
      do: 'What happens',
      server: 'Server',
      graceful: 'First finish what it holds',
      keepKeys: 'Still accept the keys before',
      batch: 'Servers at a time',
      drain: 'Each first finishes what it holds',
      user: 'Person, by number',
      node: 'Node of the store, by number',
    },
    at: (p: { what: string }) => `Time of “${p.what}”, in seconds`,
    remove: (p: { what: string }) => `Without “${p.what}”`,
    removeShort: 'Remove',
    goThere: (p: { what: string; at: number }) => `Go to ${format.clock(p.at)}: ${p.what}`,
    mark: (p: { what: string; at: number }) =>
      `${p.what} at ${format.clock(p.at)}. Drag it or use the arrow keys to move it in time; Delete removes it.`,
    moved: (p: { what: string; at: number }) => `Moved to ${format.clock(p.at)}: ${p.what}.`,
    badTime: (p: { mostS: number }) => `A time from 0 to ${format.number(p.mostS)} seconds, such as 8.5.`,
  },
  did: {
    'add-server': 'A server added',
    'kill-server': (p: { server: string }) => `${p.server} killed`,
    'hang-server': (p: { server: string }) => `${p.server} hangs`,
    'restart-server': (p: { server: string }) => `${p.server} restarted`,
    'restart-gracefully': (p: { server: string }) => `${p.server} restarted gracefully`,
    'resize-server': (p: { server: string }) => `${p.server} resized`,
    deploy: 'A new version deployed',
    'drain-server': (p: { server: string }) => `${p.server} drained`,
    'resume-server': (p: { server: string }) => `${p.server} resumed`,
    'remove-server': (p: { server: string }) => `${p.server} removed`,
    'set-strategy': (p: { value: string }) => `Sessions: ${p.value}`,
    'set-policy': (p: { value: string }) => `Balancer picks by: ${p.value}`,
    'set-think-time': (p: { value: string }) => `Clicks about ${p.value} apart`,
    'set-visitors': (p: { value: string }) => `Passing visitors: ${p.value}`,
    set: (p: { setting: string; value: string }) => `${p.setting}: ${p.value}`,
    'log-out': (p: { person: string }) => `${p.person} logs out`,
    'replay-cookie': (p: { person: string }) => `A copy of ${p.person}’s cookie sent`,
    'rotate-keys': 'New signing keys',
    'purge-cache': 'Caches emptied',
    'kill-store': (p: { store: string }) => `${upper(p.store)} killed`,
    'restart-store': (p: { store: string }) => `${upper(p.store)} restarted`,
    'add-shard': 'A shard added',
    'kill-balancer': 'The balancer killed',
    'restart-balancer': 'The balancer restarted',
    partition: 'The network cut',
    heal: 'The network mended',
  },
};
