/** The built pages run where people will put them: below any path, on a plain file host, in a sandboxed frame. */
import { startPlainServer } from './support/plainServer.ts';
import { expect, test } from './support/test.ts';

test('the full page runs below any path', { tag: '@engines' }, async ({ page }) => {
  const host = await startPlainServer();
  await page.goto(`${host.address}some/folder/`);
  await expect(page.locator('#root > *').first()).toBeVisible();
  await host.close();
});

test('?embed leads to the embed page and keeps the rest of the address', { tag: '@engines' }, async ({
  page,
}) => {
  const host = await startPlainServer();
  await page.goto(`${host.address}some/folder/?lang=ko&embed#here`);
  await expect(page).toHaveURL(`${host.address}some/folder/embed/index.html?lang=ko&embed#here`);
  await expect(page.locator('#root > *').first()).toBeVisible();
  await host.close();
});

test('the embed page runs in a sandboxed frame without CORS headers', { tag: '@engines' }, async ({
  page,
}) => {
  const host = await startPlainServer({
    '/post.html': `<!doctype html><title>A post</title><link rel="icon" href="data:,">
      <iframe sandbox="allow-scripts" src="some/folder/embed/index.html" title="Balancing Act"></iframe>`,
  });
  await page.goto(`${host.address}post.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#root > *').first()).toBeVisible();
  // The frame is a stranger even to its own host, which is what makes 'self' match nothing.
  expect(await frame.locator('html').evaluate(() => window.origin)).toBe('null');
  await host.close();
});

test('the policy is at work: a script that it does not name is refused', async ({ page, problems }) => {
  await page.goto('');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return document.title === 'ran';
  });
  expect(ran).toBe(false);
  expect(problems.join()).toContain('Content Security Policy');
  problems.length = 0;
});
