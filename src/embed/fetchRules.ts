/**
 * The frame's way to fetch the further rules; the build puts it in the place of `player/fetchRules.ts`. A sandboxed
 * frame belongs to no site, so a browser refuses it the modules of any. Classic scripts it may fetch.
 */
import rulesFile from 'virtual:rules-file';
import { type FurtherRules, provideFurther } from '../engine/further.ts';
import { RULES_GLOBAL } from './rulesGlobal.ts';

export function fetchRules(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = rulesFile;
    script.onload = () => {
      provideFurther((globalThis as unknown as Record<typeof RULES_GLOBAL, FurtherRules>)[RULES_GLOBAL]);
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${rulesFile} cannot be fetched`));
    };
    document.head.append(script);
  });
}
