/** What the person at the command line can put right: a wrong option, a wrong file. Ends with exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
