/** English gives the keys; the other languages must have the same. */
import type { Widen } from '../types.ts';
import type { en } from './en.ts';

export interface SettingText {
  readonly name: string;
  /** One sentence, or two short ones. */
  readonly help: string;
  /** What null means, where the setting may be null. */
  readonly none?: string;
  /** What the words of a choice mean, where the page has no other words for them. */
  readonly choices?: Readonly<Record<string, string>>;
}

export type SettingTexts = Readonly<Record<string, SettingText>>;

export type SettingWords = {
  readonly [Path in keyof typeof en]: Widen<(typeof en)[Path]>;
};
