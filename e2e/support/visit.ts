/**
 * The page as a visitor meets it: its parts by role and by name, in the words of the page itself. Works on
 * the full page and on a frame alike.
 */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { StrategyId } from '../../src/engine/strategies/index.ts';
import { en } from '../../src/i18n/en.ts';
import { createFormat, type Format } from '../../src/i18n/format.ts';
import { furtherEn } from '../../src/i18n/further/en.ts';
import { furtherKo } from '../../src/i18n/further/ko.ts';
import { ko } from '../../src/i18n/ko.ts';
import { type Locale, locales } from '../../src/i18n/locale.ts';
import { mergeMessages } from '../../src/i18n/mergeMessages.ts';
import { takeAlongWords } from '../../src/i18n/takeAlong/index.ts';
import type { Messages } from '../../src/i18n/types.ts';
import { expect } from './test.ts';

export { type Locale, locales };

const WORDS: Record<Locale, { t: Messages; f: Format }> = {
  en: { t: mergeMessages(en, furtherEn), f: createFormat('en') },
  ko: { t: mergeMessages(ko, furtherKo), f: createFormat('ko') },
};

export class Visit {
  /** The page, or a frame in it. */
  readonly scope: Page | FrameLocator;
  readonly t: Messages;
  readonly f: Format;
  /** Words of the dialog with what one can take along. */
  readonly takeAlong: (typeof takeAlongWords)[Locale];

  /** @param change makes of the messages what the page makes of them. */
  constructor(
    scope: Page | FrameLocator,
    locale: Locale = 'en',
    change: (t: Messages) => Messages = (t) => t,
  ) {
    this.scope = scope;
    this.takeAlong = takeAlongWords[locale];
    this.t = change(WORDS[locale].t);
    this.f = WORDS[locale].f;
  }

  region(name: string): Locator {
    return this.scope.getByRole('region', { name, exact: true });
  }
  button(name: string): Locator {
    return this.scope.getByRole('button', { name, exact: true });
  }

  // The world
  get summary(): Locator {
    return this.region(this.t.summary.title);
  }
  get people(): Locator {
    // Whoever is followed has a menu beside.
    return this.region(this.t.people.title).locator('button[aria-pressed]');
  }
  person(name: string): Locator {
    return this.region(this.t.people.title).getByRole('button', { name: startingWith(`${name}:`) });
  }
  get servers(): Locator {
    const cards = this.region(this.t.server.title).getByRole('listitem');
    return cards.filter({ has: this.scope.getByRole('heading', { level: 3 }) });
  }
  server(name: string): Locator {
    return this.servers.filter({ has: this.serverHeading(name) });
  }
  serverHeading(name: string): Locator {
    return this.scope.getByRole('heading', {
      name: startingWith(`${this.t.server.name({ name })}:`),
      level: 3,
    });
  }
  serverMenu(name: string): Locator {
    return this.button(this.t.server.menu({ name: this.t.server.name({ name }) }));
  }
  get balancer(): Locator {
    return this.region(this.t.balancer.title);
  }
  get balancerMenu(): Locator {
    return this.button(this.t.balancer.menu);
  }
  get store(): Locator {
    return this.region(this.t.store.title);
  }
  get storeMenu(): Locator {
    return this.button(this.t.store.menu);
  }
  /** What stands over a refusal on the stage. It is there for the eyes: the log says it to everybody. */
  get callout(): Locator {
    return this.scope.locator('[aria-hidden="true"][data-kind]');
  }

  // Time
  get clock(): Locator {
    return this.region(this.t.transport.title).getByRole('status');
  }
  get playhead(): Locator {
    return this.scope.getByRole('slider', { name: this.t.timeline.label, exact: true });
  }
  get play(): Locator {
    return this.button(this.t.transport.play);
  }
  get pause(): Locator {
    return this.button(this.t.transport.pause);
  }
  get speed(): Locator {
    return this.scope.getByRole('combobox', { name: this.t.transport.speed, exact: true });
  }

  // What can be changed
  get controls(): Locator {
    return this.region(this.t.controls.title);
  }
  get addServer(): Locator {
    return this.controls.getByRole('button', { name: this.t.controls.addServer, exact: true });
  }
  strategy(id: StrategyId): Locator {
    return this.controls.getByRole('radio', { name: startingWith(this.t.strategy[id].name) });
  }
  menuItem(name: string): Locator {
    return this.scope.getByRole('menuitem', { name: startingWith(name) });
  }

  // What is told
  get charts(): Locator {
    return this.region(this.t.timeline.charts);
  }
  async openCharts(): Promise<void> {
    await this.charts.getByRole('heading', { level: 2 }).click();
    await expect(this.charts.getByRole('figure').last()).toBeVisible();
  }
  get log(): Locator {
    return this.region(this.t.why.log);
  }
  get entries(): Locator {
    return this.log.getByRole('listitem').filter({ has: this.scope.getByRole('time') });
  }
  entry(text: string): Locator {
    return this.entries.filter({ hasText: text });
  }
  number(id: 'served' | 'refused' | 'p95' | 'failed'): Locator {
    const { numbers } = this.t;
    const place = ['served', 'refused', 'p95', 'failed'].indexOf(id);
    return this.region(numbers.title).getByRole('definition').nth(place);
  }

  /** The name of a person without what is said about them: "Yuna" of "Yuna: session on A, …". */
  async peopleByName(): Promise<Map<string, string>> {
    const labels = await this.people.evaluateAll((all) => all.map((e) => e.getAttribute('aria-label') ?? ''));
    return new Map(labels.map((label) => [label.split(':')[0], label]));
  }

  /** How often each person had to log in again so far. */
  async forcedLogins(): Promise<Map<string, number>> {
    const people = await this.peopleByName();
    return new Map([...people].map(([name, label]) => [name, Number(/(\d+)\D*$/.exec(label)?.[1])]));
  }

  /** The people whose sessions a place says it holds, in the order of the page. */
  async peopleIn(place: Locator): Promise<string[]> {
    const text = await place.getByRole('paragraph').innerText();
    // "Sessions of Yuna, Minho, and Jun.", "유나, 민호, 준의 세션."
    const said = text.split(/[\s,.]+/).map((word) => word.replace(/의$/, ''));
    return this.t.names.filter((name) => said.includes(name));
  }

  /** The headlines of the log, newest first, with their times in simulated milliseconds. */
  async told(): Promise<{ atMs: number; text: string }[]> {
    await this.complete();
    const rows = await this.entries.evaluateAll((all) =>
      all.map((e) => ({ clock: e.querySelector('time')?.textContent ?? '', text: e.textContent ?? '' })),
    );
    return rows.map(({ clock, text }) => ({
      atMs: readClock(clock),
      text: text.slice(clock.length).split(this.t.why.chain)[0].split(this.t.why.closer)[0],
    }));
  }

  /** The answers told in the log with a status, such as 401, that came after a time. */
  async answersTold(status: number, afterMs = 0): Promise<{ atMs: number; text: string }[]> {
    return (await this.told()).filter(({ atMs, text }) => text.startsWith(`${status}:`) && atMs > afterMs);
  }

  async nowMs(): Promise<number> {
    return Number(await this.playhead.getAttribute('aria-valuenow'));
  }

  /**
   * Everything the page says about the moment at the playhead, part by part. It leaves out what may differ
   * between two visits to one moment: whether time runs, and how much of the future is known.
   */
  async world(): Promise<Record<string, string>> {
    const { t } = this;
    await this.complete();
    const always = [t.summary.title, t.people.title, t.balancer.title, t.server.title, t.store.title];
    const parts = await this.scope.getByRole('region').evaluateAll(
      (regions, names) =>
        regions.flatMap((region) => {
          const name = region.getAttribute('aria-label') ?? '';
          if (!names.includes(name)) return [];
          const labelled = [...region.querySelectorAll('[aria-label]')].map(
            (e) => `${e.getAttribute('aria-label')} ${e.getAttribute('aria-pressed') ?? ''}`,
          );
          return [[name, `${(region as HTMLElement).innerText}\n${labelled.join('\n')}`]];
        }),
      [...always, t.numbers.title, t.why.log],
    );
    const world: Record<string, string> = Object.fromEntries(parts);
    for (const name of always) if (!world[name]) throw new Error(`The page should have a part "${name}".`);
    return { clock: await this.clock.innerText(), ...world };
  }

  /** The address that the page gives for the moment it shows. */
  async sharedAddress(): Promise<URL> {
    await this.button(this.t.app.share).click();
    const field = this.scope.getByRole('textbox', { name: this.takeAlong.shareTitle });
    // Other runs are packed, which takes a moment.
    if ((await this.region(this.t.timeline.title).locator('[data-runs]').count()) > 0)
      await expect(field).toHaveValue(/#/);
    const text = await field.inputValue();
    await this.button(this.t.app.close).click();
    return new URL(text);
  }

  /** Until the page shows the moment it was sent to. */
  async arrived(): Promise<void> {
    await this.frames(2);
    await expect(this.clock).not.toHaveText(this.t.transport.behind);
  }

  /** What the page fetches after its first picture is there. A frame has everything at once. */
  async complete(): Promise<void> {
    await this.scope.locator('[data-complete="true"], main[data-lesson]').first().waitFor();
  }

  /** Lets the browser draw so many frames, for tests that nothing happens. */
  async frames(count: number): Promise<void> {
    await this.clock.evaluate(
      (_, n) =>
        new Promise<void>((done) => {
          const next = (left: number) => (left === 0 ? done() : requestAnimationFrame(() => next(left - 1)));
          next(n);
        }),
      count,
    );
  }

  /** Moves the playhead to whole seconds with the keys of the timeline. */
  async seek(timeMs: number): Promise<void> {
    await this.playhead.focus();
    await this.playhead.press('Home');
    for (let i = 0; i < Math.floor(timeMs / 10_000); i++) await this.playhead.press('PageUp');
    for (let i = 0; i < (timeMs % 10_000) / 1000; i++) await this.playhead.press('ArrowRight');
    await expect(this.playhead).toHaveAttribute('aria-valuenow', String(timeMs));
    await this.arrived();
  }
}

/** Opens a named moment; it is paused. */
export async function openMoment(page: Page, name: string, locale: Locale = 'en', more = ''): Promise<Visit> {
  return open(page, `moment=${name}${more}`, locale);
}

/** Opens the full page with parameters of its address. */
export async function open(page: Page, query: string, locale: Locale = 'en'): Promise<Visit> {
  await page.goto(`?${query}&lang=${locale}`);
  const visit = new Visit(page, locale);
  await expect(visit.people.first()).toBeVisible();
  await visit.complete();
  return visit;
}

/** Simulated milliseconds of a clock that reads 1:02:03.004. */
function readClock(text: string): number {
  return Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
}

/** Names begin with what a thing is called; what is said about it follows. */
export function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
