/** What a preset is: the settings with which the balancer behaves as a product does out of the box. */
import type { SettingValue } from '../../engine/settings.ts';

/** A value and where it comes from. */
export interface Sourced {
  value: SettingValue;
  /** Address of the documentation that says so. */
  source: string;
}

export interface Preset {
  readonly id: string;
  /** What the product is called, in every language. */
  readonly name: string;
  /** By the path of a setting in a file: `balancer.health.interval`. Values are as the engine has them. */
  readonly settings: Readonly<Record<string, Sourced>>;
}

/** Several settings that one page of a documentation is about. */
export function from(
  source: string,
  values: Readonly<Record<string, SettingValue>>,
): Record<string, Sourced> {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { value, source }]));
}
