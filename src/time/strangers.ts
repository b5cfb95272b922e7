/** What an address says was done to a server or a person that the run does not have: it changes nothing, and that is told. */
import type { Intervention } from '../engine/intervention.ts';
import type { Run } from '../engine/simulation.ts';
import { serverName } from '../engine/state/servers.ts';
import { tellLink } from '../i18n/link/index.ts';
import type { LinkProblem } from '../player/link/link.ts';
import { castAt } from './actionParts.ts';

/** One problem for each server and person, the first time that something is done to them. */
export function strangersIn({ scenario, interventions }: Run): LinkProblem[] {
  const problems = new Map<string, LinkProblem>();
  const scales = scenario.autoscaler.on || interventions.some(setsAutoscaler);
  interventions.forEach((done, i) => {
    const { servers, people } = castAt(scenario, interventions, i, 0);
    const at = done.atMs;
    // How many servers an autoscaler adds shows only as it goes on.
    if ('server' in done && done.server >= servers && !scales) {
      const name = serverName(done.server);
      problems.set(name, { code: 'told', name: 'do', words: tellLink((w) => w.noServerThen({ name, at })) });
    }
    if ('user' in done && done.user >= people) {
      const values = { number: done.user + 1, of: people, at };
      problems.set(String(done.user), {
        code: 'told',
        name: 'do',
        words: tellLink((w) => w.noPersonThen(values)),
      });
    }
  });
  return [...problems.values()];
}

const setsAutoscaler = (done: Intervention) => done.do === 'set' && done.setting.startsWith('autoscaler.');
