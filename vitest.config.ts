import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'e2e/real/**/*.test.ts'],
    passWithNoTests: true,
    setupFiles: ['src/engine/allRules.ts'],
    // Properties over many runs take seconds on a busy machine; a hang is still noticed.
    testTimeout: 30_000,
    // No module of the project holds state that changes, so test files can share them: code that is compiled stays so.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    // Left to itself it leaves a processor idle.
    maxWorkers: '100%',
  },
});
