import { expect, it } from 'vitest';
import { conflictIn } from '../../engine/conflicts.ts';
import { STORE_KIND_IDS } from '../../engine/store/kinds.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { DISTANCES } from '../distances.ts';
import { allows, settingAt } from '../settings.ts';
import { STORE_PRESETS, storePresetOf } from './stores.ts';

it('has a store of every kind, and each makes sense', () => {
  expect(STORE_PRESETS.map(({ kind }) => kind)).toEqual(STORE_KIND_IDS);
  for (const preset of STORE_PRESETS) {
    const scenario = { ...DEFAULT_SCENARIO, store: { ...DEFAULT_SCENARIO.store, ...preset } };
    expect(conflictIn(scenario)).toBeNull();
    expect(storePresetOf(scenario)).toBe(preset);
  }
});

it('has distances that the settings allow', () => {
  for (const [path, distances] of Object.entries(DISTANCES)) {
    const setting = settingAt(path);
    for (const { value } of distances) expect(setting && allows(setting.field, value)).toBe(true);
  }
});
