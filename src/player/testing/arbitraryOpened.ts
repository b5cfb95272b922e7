/** What may be open on the page, for laws. The library is passed in, because only tests may need it. */
import type * as FastCheck from 'fast-check';
import { SETTINGS } from '../../scenarios/settings.ts';
import { CHART_IDS } from '../link/openParts.ts';
import type { NamedSubject } from '../link/subjectText.ts';
import type { TimeWindow } from '../timeWindow.ts';

type Library = typeof FastCheck.default;

export function anySubject(fc: Library): FastCheck.Arbitrary<NamedSubject> {
  const whole = fc.nat(999_999_999);
  return fc.oneof(
    fc.record({ what: fc.constant('request' as const), serial: whole, bornMs: fc.nat(3_600_000) }),
    fc.tuple(fc.nat(3_599_000_000), fc.integer({ min: 1, max: 1_000_000 })).map(([fromUs, us]) => ({
      what: 'stretch' as const,
      fromMs: fromUs / 1000,
      toMs: (fromUs + us) / 1000,
    })),
    fc.record({ what: fc.constant('person' as const), user: fc.nat(99_999) }),
    fc.record({ what: fc.constant('server' as const), server: fc.nat(299) }),
    fc.record(
      {
        what: fc.constant('session' as const),
        serial: fc.integer({ min: 1, max: 999_999_999 }),
        made: fc.record({ user: fc.nat(99_999), ms: fc.nat(3_600_000) }),
      },
      { requiredKeys: ['what', 'serial'] },
    ),
  );
}

/** A part of the run that the timeline shows. */
export function anyWindow(fc: Library): FastCheck.Arbitrary<TimeWindow> {
  return fc
    .record({ fromMs: fc.nat(3_500_000), width: fc.integer({ min: 100, max: 100_000 }), away: fc.boolean() })
    .map(({ fromMs, width, away }) => ({ fromMs, toMs: fromMs + width, away }));
}

/** What is within a part is open only where that is. */
export function anyOpen(fc: Library): FastCheck.Arbitrary<string[]> {
  const sections = [...new Set(SETTINGS.map(({ path }) => path.split('.')[0])), 'ways'];
  const part = fc.oneof(
    fc.constantFrom('charts', 'settings'),
    fc.constantFrom(...CHART_IDS).map((id) => `table~${id}`),
    fc.constantFrom(...sections).map((section) => `settings~${section}`),
    fc.integer({ min: 1, max: 999_999_999 }).map((serial) => `why~${serial}`),
  );
  const around = (one: string) =>
    one.startsWith('table') ? ['charts'] : one.startsWith('settings') ? ['settings'] : [];
  return fc
    .uniqueArray(part, { maxLength: 40 })
    .map((parts) => [...new Set(parts.flatMap((one) => [...around(one), one]))]);
}
