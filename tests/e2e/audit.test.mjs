/** The audit on the page: entries with what changed, filtered and exported, and the chain computed anew. Needs a lab that is up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { connectionFromEnvironment } from './connection.mjs';
import { callEngine, contentOf, signInByToken, waitUntilLive } from './steps.mjs';

const connection = connectionFromEnvironment();
/** Of a network that is there for these tests alone. */
const [MTU, OTHER_MTU] = [1500, 1400];
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;

before(async () => {
    browser = await launch(connection);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(connection.url);
    await signInByToken(page, connection.token);
    await waitUntilLive(page);
    const network = { cidr: '10.64.0.0/24', mtu: MTU };
    await callEngine(page, connection, 'POST', '/networks', { name: 'audited', ...network });
    await callEngine(page, connection, 'PUT', '/networks/audited', { ...network, mtu: OTHER_MTU });
    await page.getByRole('link', { name: 'Audit' }).click();
});

after(async () => {
    await callEngine(page, connection, 'DELETE', '/networks/audited');
    await browser?.close();
});

test('entries are found by object and tell what changed', async () => {
    await page.getByLabel('Object').fill('audited');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const entries = page.getByRole('table', { name: 'Entries of the audit' });
    await entries.getByRole('row').nth(2).waitFor();
    await assertRows(entries, ['network audited', 'network audited']);
    await entries
        .getByRole('button', { name: /^Details of entry/ })
        .first()
        .click();
    const dialog = page.getByRole('dialog', { name: /change network audited/ });
    const values = dialog.getByRole('row', { name: /^mtu/ }).getByRole('cell');
    assert.deepEqual(await values.allInnerTexts(), ['mtu', String(MTU), String(OTHER_MTU)]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
});

test('what is shown is exported as JSON lines', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as JSON lines' }).click();
    const lines = (await contentOf(await saved)).trimEnd().split('\n');
    assert.deepEqual(
        lines.map((line) => JSON.parse(line).action),
        ['create', 'change'],
    );
});

test('the browser computes the chain anew', async () => {
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    const { sequence, hash } = await callEngine(page, connection, 'GET', '/audit/head');
    const whole = page.getByRole('region', { name: 'Chain' });
    await whole.getByText(`Whole: all ${sequence} entries`).waitFor();
    await whole.getByText(hash).waitFor();
});

/** @param {import('playwright-core').Locator} table @param {readonly string[]} objects in the rows, from the newest */
async function assertRows(table, objects) {
    const rows = table.getByRole('row').filter({ has: page.getByRole('button') });
    await rows.nth(objects.length).waitFor({ state: 'detached' });
    const cells = await rows.allInnerTexts();
    assert.equal(cells.length, objects.length, cells.join('\n'));
    objects.forEach((object, index) => assert.match(cells[index] ?? '', new RegExp(object)));
}
