/**
 * A sandboxed frame belongs to no site, so a browser refuses it the modules of any. Classic scripts it may fetch, so
 * what few runs need comes as one.
 */
import furtherFile from 'virtual:further-file';
import { FURTHER_GLOBAL } from './furtherGlobal.ts';
import type * as furtherScript from './furtherScript.ts';

type FurtherScript = typeof furtherScript;

/** What the script has left, once it is there. */
const found = (): FurtherScript | undefined =>
  (globalThis as Partial<Record<typeof FURTHER_GLOBAL, FurtherScript>>)[FURTHER_GLOBAL];

export function loadFurtherScript(): Promise<FurtherScript> {
  return new Promise((resolve, reject) => {
    const before = found();
    if (before !== undefined) {
      resolve(before);
      return;
    }
    const script = document.createElement('script');
    script.src = furtherFile;
    script.onload = () => resolve(found() as FurtherScript);
    script.onerror = () => {
      script.remove();
      reject(new Error(`${furtherFile} cannot be fetched`));
    };
    document.head.append(script);
  });
}
