/** The three ways to use the page, so that one story can be lived with each. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';
import type { Visit } from './visit.ts';

export interface Hands {
  /** Presses a button, or opens what hides details. */
  press(target: Locator): Promise<void>;
  /** Chooses one of a group. */
  choose(radio: Locator): Promise<void>;
  /** Opens a menu and takes something from it. */
  take(menu: Locator, item: Locator): Promise<void>;
  /** Moves the playhead to a time, to within a pixel of the timeline. */
  moveTo(visit: Visit, timeMs: number): Promise<void>;
}

export type HandsName = 'mouse' | 'keyboard' | 'touch';

export function createHands(name: HandsName, page: Page): Hands {
  switch (name) {
    case 'mouse':
      return pointing(
        (target) => target.click(),
        (x, y) => page.mouse.click(x, y),
      );
    case 'touch':
      return pointing(
        (target) => target.tap(),
        (x, y) => page.touchscreen.tap(x, y),
      );
    case 'keyboard':
      return typing(page);
  }
}

function pointing(
  press: (target: Locator) => Promise<void>,
  pressAt: (x: number, y: number) => Promise<void>,
): Hands {
  /** Where times are on the chart is the chart's business: two presses tell its scale. */
  let scale: { startPx: number; pxPerMs: number } | null = null;
  const measure = async (timeAt: (x: number) => Promise<number>, width: number) => {
    const [x1, x2] = [width * 0.2, width * 0.4];
    const [t1, t2] = [await timeAt(x1), await timeAt(x2)];
    const pxPerMs = (x2 - x1) / (t2 - t1);
    return { startPx: x1 - t1 * pxPerMs, pxPerMs };
  };
  return {
    press,
    choose: press,
    async take(menu, item) {
      await press(menu);
      await press(item);
    },
    async moveTo(visit, timeMs) {
      await visit.playhead.scrollIntoViewIfNeeded();
      const box = await visit.playhead.boundingBox();
      if (box === null) throw new Error('The timeline should have a box.');
      const timeAt = async (x: number) => {
        await pressAt(box.x + x, box.y + box.height / 2);
        await visit.arrived();
        return visit.nowMs();
      };
      scale ??= await measure(timeAt, box.width);
      const there = await timeAt(scale.startPx + timeMs * scale.pxPerMs);
      expect(Math.abs(there - timeMs), 'how far the press on the timeline missed').toBeLessThan(200);
    },
  };
}

function typing(page: Page): Hands {
  /** Goes there with Tab alone, in the direction in which it lies. */
  const tabTo = async (target: Locator) => {
    for (let i = 0; i < 150; i++) {
      const way = await target.evaluate((element) => {
        const here = document.activeElement;
        if (here === element) return 'there';
        if (here === null || here === document.body) return 'Tab';
        return here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab';
      });
      if (way === 'there') return;
      await page.keyboard.press(way);
    }
    throw new Error(`Tab did not lead to ${target}.`);
  };
  const press = async (target: Locator) => {
    await tabTo(target);
    await page.keyboard.press('Enter');
  };
  return {
    press,
    async choose(radio) {
      const group = page.getByRole('radio');
      await tabTo(group.and(page.locator(':checked')));
      for (let i = 0; i < 5 && !(await radio.isChecked()); i++) await page.keyboard.press('ArrowDown');
      await expect(radio).toBeFocused();
    },
    async take(menu, item) {
      await press(menu);
      for (let i = 0; i < 10 && !(await item.evaluate((e) => e === document.activeElement)); i++) {
        await page.keyboard.press('ArrowDown');
      }
      await expect(item).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(menu).toBeFocused();
    },
    async moveTo(visit, timeMs) {
      await tabTo(visit.playhead);
      let seconds = (timeMs - (await visit.nowMs())) / 1000;
      if (!Number.isInteger(seconds)) {
        await page.keyboard.press('Home');
        seconds = timeMs / 1000;
      }
      const [far, near] = seconds > 0 ? ['PageUp', 'ArrowRight'] : ['PageDown', 'ArrowLeft'];
      for (let left = Math.abs(seconds); left > 0; left -= left < 10 ? 1 : 10) {
        await page.keyboard.press(left < 10 ? near : far);
      }
      await expect(visit.playhead).toHaveAttribute('aria-valuenow', String(timeMs));
      await visit.arrived();
    },
  };
}
