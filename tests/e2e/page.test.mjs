/**
 * The page as a person uses it: sets policy and role, moves a VM, looks at what was observed, and cancels a second move.
 *
 * Needs a lab that is up, with vm1 running. `PAGE_SCREENSHOT=FILE` keeps the picture that the README shows.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { connectionFromEnvironment } from './connection.mjs';
import { goToOverview, signInByToken, waitUntilLive } from './steps.mjs';

const VM = 'vm1';
/** Slow enough to be watched, fast enough to be waited for. */
const WATCHED_MIB_PER_SECOND = '32';
/** So slow that it can be cancelled at leisure. */
const SLOW_MIB_PER_SECOND = '2';
const WHOLE_MOVE = { timeout: 120_000 };
/** How long the hosts' reports may lag behind a move that has just ended, ms. */
const REPORTS_LAG_MS = 15_000;
const CONFLICT = 409;

const connection = connectionFromEnvironment();
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;

before(async () => {
    browser = await launch(connection);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(connection.url);
});

after(async () => {
    await browser?.close();
});

test('a wrong token is turned away, the right one goes into the tab and never into a URL', async () => {
    await signInByToken(page, 'not-a-token');
    await page.getByText('The engine does not know this token').waitFor();
    await signInByToken(page, connection.token);
    await waitUntilLive(page);
    assert.equal(await page.evaluate(() => sessionStorage.getItem('droveway.token')), connection.token);
    assert.ok(!page.url().includes(connection.token));
});

test('a policy that cannot be read is explained beside the field and changes nothing', async () => {
    const card = page.getByRole('region', { name: /^Data center/ });
    await card.getByRole('button', { name: 'Set policy', exact: true }).click();
    const field = card.getByRole('textbox', { name: /^Policy/ });
    const before = await field.inputValue();
    await field.fill('secure,network=10.62.0.0/33');
    await card.getByRole('button', { name: 'Save policy' }).click();
    await card.getByText('10.62.0.0/33').waitFor();
    await card.getByRole('button', { name: 'Leave as it is' }).click();
    assert.equal(await field.inputValue(), before);
});

test('policy and migration role are set', async () => {
    const dataCenter = page.getByRole('region', { name: /^Data center/ });
    await dataCenter.getByRole('button', { name: 'Set policy', exact: true }).click();
    await dataCenter.getByRole('textbox', { name: /^Policy/ }).fill('migration: secure');
    await dataCenter.getByRole('button', { name: 'Save policy' }).click();
    await dataCenter.getByRole('button', { name: 'Set policy', exact: true }).waitFor();
    assert.equal(await dataCenter.getByRole('textbox', { name: /^Policy/ }).inputValue(), 'secure');

    const cluster = page.getByRole('region', { name: /^Cluster/ });
    const grant = cluster.getByRole('button', { name: 'Grant the migration role to migration' });
    const revoke = cluster.getByRole('button', { name: 'Revoke the migration role from migration' });
    await grant.or(revoke).waitFor();
    if (await revoke.isVisible()) {
        await revoke.click();
        await page.getByRole('dialog').getByRole('button', { name: 'Revoke the role' }).click();
    }
    await grant.click();
    const dialog = page.getByRole('dialog', { name: 'Grant the migration role to migration' });
    const addresses = dialog.getByRole('table', { name: 'Addresses of the hosts' });
    assert.match(await addresses.innerText(), /h1\s+10\.62\.0\.11\s+mig0\s+1500 bytes/);
    await dialog.getByRole('button', { name: 'Grant the role' }).click();
    await revoke.waitFor();
});

test('the plan tells every decision and every host left out', async () => {
    const dialog = await openDialog();
    await dialog.getByRole('button', { name: 'Preview plan' }).click();
    const decisions = dialog.getByRole('table', { name: 'Decisions of the plan' });
    await decisions.waitFor();
    assert.match(await decisions.innerText(), /secure/);
    await dialog.getByRole('region', { name: 'Hosts' }).getByText('chosen').waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
});

test('a VM moves, is watched live, and what was observed is shown', WHOLE_MOVE, async () => {
    const { to } = await start(WATCHED_MIB_PER_SECOND);
    await page.getByRole('progressbar', { name: `Copy of ${VM}` }).waitFor();
    const state = page.getByRole('status', { name: 'State of the migration' });
    await state.getByText('Completed').waitFor(WHOLE_MOVE);

    const observed = page.getByRole('region', { name: 'What was observed' });
    const connections = await observed.getByRole('table', { name: 'Connections' }).innerText();
    assert.match(connections, /mig0/);
    assert.doesNotMatch(connections, /mgmt0/);
    assert.match(await page.getByRole('img', { name: /^Path, observed/ }).innerText(), /TLS from the first byte/);
    assert.match(await observed.getByRole('table', { name: 'Pinholes' }).innerText(), /UTC|GMT|CES?T/);
    await page.getByText('What was observed conforms to the policy').waitFor();
    await keepScreenshot();

    await goToOverview(page);
    await waitForVmOn(to);
});

test('a second move bars the role from moving, is cancelled, and the VM stays', WHOLE_MOVE, async () => {
    const { from } = await start(SLOW_MIB_PER_SECOND);
    await page.getByText(/^[1-9][0-9.]* [KM]iB sent/).waitFor();
    const migration = new URL(page.url()).hash;
    await goToOverview(page);
    await page.getByRole('button', { name: 'Revoke the migration role from migration' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke the migration role from migration' });
    await dialog.getByText('CLUSTER_MIGRATING').waitFor();
    assert.ok(await dialog.getByRole('button', { name: 'Revoke the role' }).isDisabled());
    await dialog.locator(`a[href="${migration}"]`).click();

    await page.getByRole('button', { name: `Cancel the migration of ${VM}` }).click();
    await page.getByRole('button', { name: 'Cancel the migration', exact: true }).click();
    const state = page.getByRole('status', { name: 'State of the migration' });
    await state.getByText('Cancelled').waitFor(WHOLE_MOVE);

    await goToOverview(page);
    await waitForVmOn(from);
});

async function openDialog() {
    await page.getByRole('button', { name: `Migrate ${VM}` }).click();
    return page.getByRole('dialog', { name: `Migrate ${VM}` });
}

/**
 * Starts a migration of the VM to where the filters choose. The host that the VM has just left may not have told so yet:
 * then the start is refused, the dialog says why, and a person tries again.
 *
 * @param {string} bandwidth MiB per second
 * @returns {Promise<{ from: string, to: string }>} the hosts that the migration's page names
 */
async function start(bandwidth) {
    const dialog = await openDialog();
    await dialog.getByLabel('Bandwidth at most').fill(bandwidth);
    const until = Date.now() + REPORTS_LAG_MS;
    while ((await answerToStart(dialog)) === CONFLICT) {
        await dialog.getByText('Refused, and nothing was changed').waitFor();
        assert.ok(Date.now() < until, await dialog.innerText());
    }
    const title = page.getByRole('heading', { level: 1, name: new RegExp(`^${VM}: `) });
    const [, from, to] = /: (\S+) → (\S+)$/.exec(await title.innerText()) ?? [];
    assert.ok(from && to);
    return { from, to };
}

/** The engine's status. @param {import('playwright-core').Locator} dialog */
async function answerToStart(dialog) {
    const answer = page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url().endsWith('/migrations'),
    );
    await dialog.getByRole('button', { name: 'Start migration' }).click();
    return (await answer).status();
}

/** @param {string} host that the page comes to say the VM is on */
async function waitForVmOn(host) {
    const row = page.getByRole('table', { name: 'VMs' }).getByRole('row').filter({ hasText: VM });
    await row.getByRole('cell', { name: host, exact: true }).waitFor();
}

/** Keeps the picture that the README shows: from the top to the last thing observed. */
async function keepScreenshot() {
    const path = process.env['PAGE_SCREENSHOT'];
    if (!path) {
        return;
    }
    await growToContent();
    const { width } = page.viewportSize() ?? { width: 1280 };
    const observed = await page.getByRole('region', { name: 'What was observed' }).boundingBox();
    assert.ok(observed);
    await page.screenshot({ path, clip: { x: 0, y: 0, width, height: observed.y + observed.height + 16 } });
}

/** The page scrolls inside its frame: a picture of all of it needs a window as high as what is in there. */
async function growToContent() {
    const hidden = await page.locator('#main').evaluate((main) => main.scrollHeight - main.clientHeight);
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
    await page.setViewportSize({ width, height: height + hidden });
}
