/** The address of a moment, written: see link.ts for how it is read. */
import { momentAt } from '../../timeline/moment.ts';
import { DEFAULT_SPEED } from '../createPlayer.ts';
import { formatActions } from './actions.ts';
import type { LinkState } from './link.ts';
import { formatStartSettings } from './startSettingsText.ts';

/** The parameters that lead to a moment; what is as usual is left out, except the scenario and the seed. */
export function formatLink(state: LinkState): URLSearchParams {
  const query = new URLSearchParams();
  query.set('scenario', state.scenario);
  if (state.start.length > 0) query.set('with', formatStartSettings(state.start));
  query.set('seed', String(state.seed));
  if (state.run.interventions.length > 0) query.set('do', formatActions(state.run.interventions));
  // While it plays, the playhead is anywhere.
  if (state.atMs > 0) query.set('t', String(momentAt(state.atMs)));
  if (state.speed !== DEFAULT_SPEED) query.set('speed', String(state.speed));
  if (state.follow >= 0) query.set('follow', String(state.follow + 1));
  return query;
}
