/** What does not fit on a page: looks at where letters and boxes really are. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';
import type { Visit } from './visit.ts';

/** Everything that is cut off, runs out of its box, or makes the page scroll sideways; none is well. */
async function misfits(visit: Visit): Promise<string[]> {
  return visit.scope.locator('body').evaluate((body) => {
    const found: string[] = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) {
      found.push(`the page scrolls sideways: ${page.scrollWidth} px in ${page.clientWidth}`);
    }
    const isHidden = (e: Element) => {
      for (let at: Element | null = e; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).clipPath === 'inset(50%)' || at.tagName === 'OPTION') return true;
      }
      return !e.checkVisibility({ visibilityProperty: true });
    };
    const describe = (e: Element) =>
      `<${e.tagName.toLowerCase()}> of ${e.parentElement?.tagName.toLowerCase()}`;
    /** What stays where it is while the rest is scrolled lies over the rest on purpose. */
    const layerOf = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
      }
      return null;
    };
    const lines: { node: Node; text: string; line: DOMRect; layer: Element | null }[] = [];
    /** What is left of a line of text in the boxes around it that cut off or scroll. */
    const shownPart = (line: DOMRect, element: Element) => {
      let { left, top, right, bottom } = line;
      for (let box: Element | null = element; box !== null && box !== body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX === 'visible') continue;
        const edge = box.getBoundingClientRect();
        [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
      }
      return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
    };
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || isHidden(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const ink = range.getBoundingClientRect();
      if (ink.width === 0) continue;
      const tell = (what: string) => found.push(`"${text.slice(0, 40)}" in ${describe(element)} ${what}`);
      const pressed = element.closest('button, a, select, h1, h2, h3');
      // A badge may stick out of what it belongs to, as long as nothing cuts it off.
      let isBadge = false;
      let isSmallBadge = false;
      let isCut = false;
      for (let box: Element | null = element; box !== null && box !== body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        const isOut = ink.left < edge.left - 1 || ink.right > edge.right + 1;
        // Letters have air above and below that a line may do without.
        const air = ink.height * 0.3;
        const isBelow = ink.top < edge.top - air || ink.bottom > edge.bottom + air;
        // Three dots are an honest sign, but not on what one presses or on a name; in small print beside that they are.
        const isAside = pressed === null || (element !== pressed && element.tagName === 'SMALL');
        isCut = isOut && style.textOverflow === 'ellipsis' && isAside;
        if (isCut) break;
        const mustHold = box === pressed && !isBadge;
        if (isOut && (mustHold || /hidden|clip/.test(style.overflowX))) tell('is cut off at the side');
        else if (isBelow && (mustHold || /hidden|clip/.test(style.overflowY))) tell('is cut off below');
        else {
          if (style.position === 'absolute') {
            isBadge = true;
            if (edge.width < 40) isSmallBadge = true;
          }
          continue;
        }
        isCut = true;
        break;
      }
      if (!isSmallBadge && element.closest('[aria-hidden=true][data-kind]') === null) {
        const layer = layerOf(element);
        for (const rect of range.getClientRects()) {
          const line = shownPart(rect, element);
          if (line !== null) lines.push({ node, text, line, layer });
        }
      }
      if (!isCut && (ink.left < -1 || ink.right > page.clientWidth + 1)) tell('lies outside the window');
    }
    lines.forEach((a, i) => {
      for (const b of lines.slice(i + 1)) {
        const x = Math.min(a.line.right, b.line.right) - Math.max(a.line.left, b.line.left);
        const y = Math.min(a.line.bottom, b.line.bottom) - Math.max(a.line.top, b.line.top);
        // Lines may touch: letters have air above and below.
        if (a.node !== b.node && a.layer === b.layer && x > 3 && y > 4.5)
          found.push(`"${a.text.slice(0, 40)}" lies over "${b.text.slice(0, 40)}"`);
      }
    });
    return found;
  });
}

/** Boxes that must not touch each other, by name, and the stage they are on. */
async function boxesOnStage(visit: Visit) {
  const { t } = visit;
  const stage = await visit.scope.locator('canvas').boundingBox();
  if (stage === null) throw new Error('The stage should have a box.');
  const boxes = await visit.scope.locator('body').evaluate(
    (body, titles) => {
      const region = (name: string) => body.querySelector(`section[aria-label="${name}"]`);
      const people = [...(region(titles.people)?.querySelectorAll('button') ?? [])];
      const cards = [...(region(titles.servers)?.querySelectorAll('li') ?? [])].filter((li) =>
        li.querySelector('h3'),
      );
      const parts: [string, Element | null][] = [
        ...people.map((e): [string, Element] => [e.getAttribute('aria-label') ?? '', e]),
        ...cards.map((e): [string, Element] => [e.querySelector('h3')?.getAttribute('aria-label') ?? '', e]),
        [titles.balancer, region(titles.balancer)],
        [titles.store, region(titles.store)],
      ];
      return parts.map(([name, element]) => {
        const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        return { name: name.slice(0, 30), left, top, right, bottom };
      });
    },
    { people: t.people.title, servers: t.server.title, balancer: t.balancer.title, store: t.store.title },
  );
  return { stage, boxes };
}

async function collisions(visit: Visit): Promise<string[]> {
  const { stage, boxes } = await boxesOnStage(visit);
  const found: string[] = [];
  if (boxes.length < 11) found.push(`only ${boxes.length} things on the stage`);
  boxes.forEach((a, i) => {
    const isInside =
      a.left >= stage.x - 1 &&
      a.right <= stage.x + stage.width + 1 &&
      a.top >= stage.y - 1 &&
      a.bottom <= stage.y + stage.height + 1;
    if (!isInside || a.right <= a.left) found.push(`${a.name} is not on the stage`);
    for (const b of boxes.slice(i + 1)) {
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1 && y > 1)
        found.push(`${a.name} and ${b.name} overlap by ${Math.round(x)} × ${Math.round(y)} px`);
    }
  });
  return found;
}

const { poll } = expect.configure({ soft: true, timeout: 1500 });

/** Every word is there and readable, and the page does not scroll sideways. */
export async function expectWordsToFit(visit: Visit, what: string, except = /^$/): Promise<void> {
  // The stage is laid out again in the frame after its size has changed.
  await visit.frames(3);
  const all = async () => (await misfits(visit)).filter((misfit) => !except.test(misfit));
  await poll(all, { message: `what does not fit, ${what}` }).toEqual([]);
}

/** Besides, nothing on the stage lies over something else. */
export async function expectFit(visit: Visit, what: string): Promise<void> {
  await expectWordsToFit(visit, what);
  await poll(() => collisions(visit), { message: `what collides, ${what}` }).toEqual([]);
}

/** The names of buttons that stick out of the window at a side. */
export function buttonsOutside(page: Page): Promise<string[]> {
  return page.getByRole('button').evaluateAll((all) =>
    all.flatMap((e) => {
      const { left, right } = e.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1 ? [e.getAttribute('aria-label') ?? e.textContent ?? ''] : [];
    }),
  );
}

/** Records of sessions, and numbers of those that are not drawn, that stick out of the card or the store that keeps them. */
export function recordsOutside(page: Page): Promise<string[]> {
  return page.locator('canvas').evaluateAll((stages) =>
    stages.flatMap((stage) =>
      [...(stage.closest('[data-wide]')?.querySelectorAll('[data-about] ul[aria-label] > li') ?? [])].flatMap(
        (record) => {
          const inside = record.getBoundingClientRect();
          const keeper = record.closest('[data-about]');
          const edge = keeper?.getBoundingClientRect() ?? new DOMRect();
          const isOut =
            inside.left < edge.left - 1 ||
            inside.right > edge.right + 1 ||
            inside.top < edge.top - 1 ||
            inside.bottom > edge.bottom + 1;
          return isOut
            ? [
                `${record.parentElement?.ariaLabel}: ${record.textContent || record.querySelector('button')?.ariaLabel}`,
              ]
            : [];
        },
      ),
    ),
  );
}

/** Is all of it in the window, and nothing over its middle? */
export async function expectAtHand(part: Locator, what: string): Promise<void> {
  await expect(part, what).toBeInViewport({ ratio: 1 });
  const isOnTop = await part.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return element.contains(hit) || hit?.contains(element);
  });
  expect(isOnTop, `nothing lies over ${what}`).toBe(true);
}

/** The words chosen in a select, if it has no room for them. */
export function choiceCut(select: Locator): Promise<string[]> {
  return select.evaluate((element: HTMLSelectElement) => {
    const style = getComputedStyle(element);
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) throw new Error('Every browser can measure text.');
    pen.font = style.font;
    const text = element.selectedOptions[0].text;
    /** Of the arrow. */
    const arrowPx = 18;
    const roomPx =
      element.clientWidth -
      arrowPx -
      Number.parseFloat(style.paddingLeft) -
      Number.parseFloat(style.paddingRight);
    return pen.measureText(text).width > roomPx ? [text] : [];
  });
}

/** What servers say of themselves, where their cards cut it short. */
export function statesCut(page: Page): Promise<string[]> {
  return page
    .locator('li h3 + span')
    .evaluateAll((states) =>
      states.flatMap((state) => (state.scrollWidth > state.clientWidth + 1 ? [state.textContent ?? ''] : [])),
    );
}
