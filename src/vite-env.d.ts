/// <reference types="vite/client" />

/** The name of the script beside the embed page that has the further rules (scripts/vite/rulesScript.ts). */
declare module 'virtual:rules-file' {
  const name: string;
  export default name;
}
