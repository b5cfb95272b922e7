/** Writes scenario files: everything that differs from the defaults, and nothing else. */
import type { Scenario } from '../engine/scenario.ts';
import { DEFAULT_SCENARIO, DEFAULT_SEED, DEFAULT_UNTIL_MS } from './defaults.ts';
import { formatDuration } from './fields/duration.ts';
import { layOut } from './layOut.ts';
import type { ScenarioDocument } from './parseScenario.ts';
import { formatBalancer } from './sections/balancer.ts';
import { formatIntervention } from './sections/interventions.ts';
import { formatPeople, formatVisitors } from './sections/people.ts';
import { formatServers } from './sections/servers.ts';
import { formatSessions, formatStore } from './sections/sessions.ts';
import { formatHops, formatService } from './sections/work.ts';

type Json = null | boolean | number | string | Json[] | Fields;
interface Fields {
  [key: string]: Json | undefined;
}

/** The text of a scenario file; `parseScenario` makes the same document of it. Ends with a line break. */
export function formatScenario(document: ScenarioDocument): string {
  return `${layOut(scenarioFile(document))}\n`;
}

function scenarioFile({ run, name, title }: ScenarioDocument): Fields {
  const { scenario, seed, untilMs, interventions } = run;
  return {
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title: formatTitle(title) }),
    ...changes(sectionsOf(scenario), sectionsOf(DEFAULT_SCENARIO)),
    ...(seed === DEFAULT_SEED ? {} : { seed }),
    ...(untilMs === DEFAULT_UNTIL_MS ? {} : { until: formatDuration(untilMs) }),
    ...(interventions.length === 0 ? {} : { interventions: interventions.map(formatIntervention) }),
  };
}

const formatTitle = ({ en, ko }: NonNullable<ScenarioDocument['title']>) => ({
  ...(en === undefined ? {} : { en }),
  ...(ko === undefined ? {} : { ko }),
});

function sectionsOf(scenario: Scenario): Fields {
  return {
    people: formatPeople(scenario.people),
    visitors: formatVisitors(scenario.visitors),
    servers: formatServers(scenario.servers),
    balancer: formatBalancer(scenario.balancer),
    sessions: formatSessions(scenario.sessions),
    store: formatStore(scenario.store),
    service: formatService(scenario.service),
    hops: formatHops(scenario.hops),
  };
}

/** The fields that differ. A distribution has no defaults of its own, so it is written whole or not at all. */
function changes(fields: Fields, initial: Fields): Fields {
  const changed: Fields = {};
  for (const [key, value] of Object.entries(fields)) {
    const other = initial[key];
    if (isSection(value) && isSection(other)) {
      const inner = changes(value, other);
      if (Object.keys(inner).length > 0) changed[key] = inner;
    } else if (JSON.stringify(value) !== JSON.stringify(other)) changed[key] = value;
  }
  return changed;
}

function isSection(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);
}
