/** Writes scenario files: everything that differs from the defaults, and nothing else. */
import type { Scenario } from '../engine/scenario.ts';
import { DEFAULT_SCENARIO, DEFAULT_SEED, DEFAULT_UNTIL_MS } from './defaults.ts';
import { formatDuration } from './fields/durationText.ts';
import type { GroupField } from './fields/field.ts';
import { formatField, type Json, type JsonObject } from './fields/formatField.ts';
import { formatIntervention } from './formatIntervention.ts';
import { layOut } from './layOut.ts';
import type { ScenarioDocument } from './parseScenario.ts';
import { SCENARIO_FIELDS } from './scenarioFields.ts';

/** The text of a scenario file; `parseScenario` makes the same document of it. Ends with a line break. */
export function formatScenario(document: ScenarioDocument): string {
  return `${layOut(scenarioFile(document))}\n`;
}

function scenarioFile({ run, name, title }: ScenarioDocument): JsonObject {
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

/** A whole scenario as a file would say it. */
export function sectionsOf(scenario: Scenario): JsonObject {
  const sections: JsonObject = {};
  for (const [name, field] of Object.entries<GroupField>(SCENARIO_FIELDS)) {
    sections[name] = formatField(field, scenario[name as keyof Scenario]);
  }
  return sections;
}

/** The fields that differ. A distribution has no defaults of its own, so it is written whole or not at all. */
function changes(fields: JsonObject, initial: JsonObject): JsonObject {
  const changed: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) {
    const other = initial[key];
    if (isSection(value) && isSection(other)) {
      const inner = changes(value, other);
      if (Object.keys(inner).length > 0) changed[key] = inner;
    } else if (JSON.stringify(value) !== JSON.stringify(other)) changed[key] = value;
  }
  return changed;
}

const isDistribution = (value: object): boolean => 'mean' in value || 'min' in value;

function isSection(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDistribution(value);
}
