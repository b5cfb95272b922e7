/** English gives the keys; the other languages must have the same. */
import type { en } from './en.ts';

export interface SettingText {
  readonly name: string;
  /** One sentence, or two short ones. */
  readonly help: string;
  /** What null means, where the setting may be null. */
  readonly none?: string;
}

export type SettingTexts = Readonly<Record<string, SettingText>>;

export type SettingWords = {
  readonly [Path in keyof typeof en]: (typeof en)[Path] extends { none: string }
    ? Required<SettingText>
    : SettingText;
};
