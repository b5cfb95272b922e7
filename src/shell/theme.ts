/** Light or dark: as the system says, or as the visitor chose. */
import type { SafeStorage } from '../platform/storage.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

export function readThemeChoice(query: URLSearchParams, storage: SafeStorage): ThemeChoice {
  const wanted = query.get('theme') ?? storage.get('theme');
  return wanted === 'light' || wanted === 'dark' ? wanted : 'auto';
}

export function resolveTheme(choice: ThemeChoice): Theme {
  return choice === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : choice;
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
