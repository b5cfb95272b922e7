/**
 * Attempts until one succeeds, each failing independently with `failProb`, with at most `maxRetries` further ones:
 * (1 - p^(r+1)) / (1 - p) in the mean, and p^(r+1) in vain. Worked out by hand.
 */
export const RETRIES = [
  { failProb: 0.1, maxRetries: 3, expected: { meanAttempts: 1.111, finalFailure: 0.0001 } },
  { failProb: 0.5, maxRetries: 1, expected: { meanAttempts: 1.5, finalFailure: 0.25 } },
  { failProb: 0.5, maxRetries: 3, expected: { meanAttempts: 1.875, finalFailure: 0.0625 } },
  { failProb: 0.9, maxRetries: 3, expected: { meanAttempts: 3.439, finalFailure: 0.6561 } },
];
