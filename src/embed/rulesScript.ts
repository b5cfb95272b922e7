/** The further rules as a script of their own, for `fetchRules.ts`. It has its own copy of what they are built on. */
import '../engine/allRules.ts';

export * from '../engine/furtherRules.ts';
