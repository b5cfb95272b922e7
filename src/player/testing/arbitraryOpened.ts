/** What may be open on the page, for laws. */
import fc from 'fast-check';
import { SETTINGS } from '../../scenarios/settings.ts';
import { CHART_IDS } from '../link/openParts.ts';
import type { NamedSubject } from '../link/subjectText.ts';

const whole = fc.nat(999_999_999);
export const anySubject: fc.Arbitrary<NamedSubject> = fc.oneof(
  fc.record({ what: fc.constant('request' as const), serial: whole, bornMs: fc.nat(3_600_000) }),
  fc.record({ what: fc.constant('person' as const), user: fc.nat(99_999) }),
  fc.record({ what: fc.constant('server' as const), server: fc.nat(299) }),
  fc.record({ what: fc.constant('session' as const), serial: fc.integer({ min: 1, max: 999_999_999 }) }),
);

const sections = [...new Set(SETTINGS.map(({ path }) => path.split('.')[0])), 'ways'];
const anyPart = fc.oneof(
  fc.constantFrom('charts', 'settings'),
  fc.constantFrom(...CHART_IDS).map((id) => `table~${id}`),
  fc.constantFrom(...sections).map((section) => `settings~${section}`),
  fc.integer({ min: 1, max: 999_999_999 }).map((serial) => `why~${serial}`),
);
/** What is within a part is open only where that is. */
export const anyOpen: fc.Arbitrary<string[]> = fc
  .uniqueArray(anyPart, { maxLength: 40 })
  .map((parts) => [
    ...new Set(
      parts.flatMap((part) => [
        ...(part.startsWith('table') ? ['charts'] : []),
        ...(part.startsWith('settings') ? ['settings'] : []),
        part,
      ]),
    ),
  ]);
