import type { Widen } from '../types.ts';
import type { inspectorEn } from './en.ts';

/** The words of the inspector in one language. */
export type InspectorWords = Widen<typeof inspectorEn>;
