/** Policy on the page: what scopes say, what comes of it, datacenter.cfg, and two people who edit the same. Needs a lab that is up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { connectionFromEnvironment } from './connection.mjs';
import { callEngine, contentOf, signInByToken, waitUntilLive } from './steps.mjs';

const connection = connectionFromEnvironment();
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
    await callEngine(page, connection, 'PUT', '/datacenters/lab/migration', { migration: 'secure' });
});

after(async () => {
    await callEngine(page, connection, 'PUT', '/vms/vm1/policy', {});
    await callEngine(page, connection, 'PUT', '/clusters/lab/policy', {});
    await browser?.close();
});

test('a VM is weakened only with a reason, and the page tells which scope won and why', async () => {
    await page.getByRole('table', { name: 'VMs' }).getByRole('link', { name: 'vm1' }).click();
    const security = page.getByRole('table', { name: 'What every scope says' }).getByRole('row', { name: /^Security/ });
    await security.getByText('data center lab says secure').waitFor();

    const card = page.getByRole('region', { name: 'What is said of vm1' });
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByLabel('Security').selectOption('insecure');
    assert.ok(await card.getByRole('button', { name: 'Save' }).isDisabled());
    await card.getByLabel('Reason').fill('measured without TLS');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('because: measured without TLS').waitFor();
    await security.getByText('insecure won').waitFor();
});

test('who edits what somebody else has changed meanwhile sees both versions', async () => {
    await page.evaluate(() => {
        location.hash = '#/clusters/lab';
    });
    const card = page.getByRole('region', { name: 'What the cluster says' });
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByLabel('Bandwidth at most').fill('200');
    await callEngine(page, connection, 'PUT', '/clusters/lab/policy', { bandwidthMiBs: 100 });
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Somebody else saved meanwhile').waitFor();
    const cells = card.getByRole('row', { name: /^Bandwidth/ }).getByRole('cell');
    assert.deepEqual(await cells.allInnerTexts(), ['Bandwidth at most', 'nothing', '100', '200']);
    await card.getByRole('button', { name: 'Save yours over it' }).click();
    await card.getByText('200 MiB per second').waitFor();
});

test('a datacenter.cfg with errors shows where they are and changes nothing', async () => {
    const card = await openCfg();
    await choose('keyboard: de\nmigration: Secure\n');
    await card.getByRole('button', { name: 'Import it' }).click();
    await card.getByText('Not imported: one error. Nothing was changed.').waitFor();
    const mark = card.locator('mark');
    assert.equal(await mark.innerText(), 'Secure');
    assert.match(await card.locator('tr', { has: page.locator('mark') }).innerText(), /^2/);
    await card.getByText("column 12: needed 'secure' in lower case").waitFor();
    await card.getByRole('button', { name: 'Close' }).click();
});

test('a datacenter.cfg is imported after a look at what it changes, with its warnings, and exported byte for byte', async () => {
    const file = '# kept\r\nmigration: secure,network=10.99.0.0/24\r\n';
    const card = await openCfg();
    await choose(file);
    await card.getByRole('region', { name: 'What the file would change' }).getByText('10.99.0.0/24').waitFor();
    await card.getByRole('button', { name: 'Import it' }).click();
    await card.getByRole('table', { name: 'Warnings' }).waitFor();
    const saved = page.waitForEvent('download');
    await card.getByRole('button', { name: 'Export' }).click();
    assert.equal(await contentOf(await saved), file);
});

async function openCfg() {
    await page.evaluate(() => {
        location.hash = '#/datacenters/lab';
    });
    const card = page.getByRole('region', { name: 'datacenter.cfg', exact: true });
    await card.getByRole('button', { name: 'Import a file' }).waitFor();
    return card;
}

/** @param {string} content */
async function choose(content) {
    const file = { name: 'datacenter.cfg', mimeType: 'text/plain', buffer: Buffer.from(content) };
    await page.getByLabel('datacenter.cfg to import').setInputFiles(file);
}
