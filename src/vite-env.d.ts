/// <reference types="vite/client" />

/** The name of the script beside the embed page that has what few frames need (scripts/vite/furtherScript.ts). */
declare module 'virtual:further-file' {
  const name: string;
  export default name;
}
