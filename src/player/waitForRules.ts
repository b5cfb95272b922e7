/**
 * A player whose commands wait for the rules they need. What is commanded meanwhile waits behind them, so that
 * everything happens in the order in which it was asked for; the picture goes on.
 */
import { hasFurther } from '../engine/further.ts';
import { actionNeedsFurther, needsFurther } from '../engine/furtherNeeds.ts';
import type { Player } from './createPlayer.ts';

/**
 * @param fetchRules rejects when they cannot be fetched now: then what waited is dropped, the store says `unfetched`,
 * and whoever commands again tries again
 */
export function waitForRules(player: Player, fetchRules: () => Promise<void>): Player {
  let waiting: (() => void)[] | null = null;

  const inTurn = (mustWait: boolean, command: () => void) => {
    if (waiting !== null) waiting.push(command);
    else if (mustWait) fetchFor(command);
    else {
      // Somebody else may have fetched them since it was said that they could not be.
      if (hasFurther() && player.store.getState().unfetched) player.store.setState({ unfetched: false });
      command();
    }
  };
  const fetchFor = (command: () => void) => {
    waiting = [command];
    player.store.setState({ unfetched: false });
    fetchRules().then(
      () => settle(true),
      () => settle(false),
    );
  };
  const settle = (fetched: boolean) => {
    const commands = waiting ?? [];
    waiting = null;
    if (!fetched) player.store.setState({ unfetched: true });
    else for (const command of commands) command();
  };

  return {
    ...player,
    get timeline() {
      return player.timeline;
    },
    play: () => inTurn(false, player.play),
    playBackwards: () => inTurn(false, player.playBackwards),
    playUntil: (timeMs) => inTurn(false, () => player.playUntil(timeMs)),
    pause: () => inTurn(false, player.pause),
    seek: (timeMs) => inTurn(false, () => player.seek(timeMs)),
    stepForward: () => inTurn(false, player.stepForward),
    stepBack: () => inTurn(false, player.stepBack),
    act: (action) => inTurn(!hasFurther() && actionNeedsFurther(action), () => player.act(action)),
    load: (run, atMs) => inTurn(!hasFurther() && needsFurther(run), () => player.load(run, atMs)),
    // What these lead to was there before, so that its rules are at hand.
    setInterventions: (interventions, knownMs) =>
      inTurn(false, () => player.setInterventions(interventions, knownMs)),
    restart: () => inTurn(false, player.restart),
    dispose() {
      waiting = [];
      player.dispose();
    },
  };
}
