/** Who comes in, how, and what the page offers to whom. Needs a lab that is up. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { connectionFromEnvironment } from './connection.mjs';
import { callEngine, signInByPassword, signOut, waitUntilLive } from './steps.mjs';

const PASSWORD = 'a password for tests';
/** What only an administrator is offered, and what an operator is. */
const OFFERS = {
    administrator: ['Set policy', 'Grant the migration role to guests'],
    operator: ['Migrate vm1'],
};

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
    for (const user of ['test-viewer', 'test-admin']) {
        await callEngine(page, connection, 'DELETE', `/users/${user}`);
    }
    await browser?.close();
});

test('a first visitor is told where the first password is, and it lets in', async () => {
    await page.getByRole('button', { name: 'First time here?' }).click();
    await page.getByText('made the user admin and wrote a password').waitFor();
    await signInByPassword(page, 'admin', firstPassword());
    await waitUntilLive(page);
    await page.getByText('role: admin').waitFor();
    await signOut(page, 'admin');
    assert.equal(await page.evaluate(() => sessionStorage.getItem('droveway.token')), null);
});

test('a wrong password is turned away', async () => {
    await signInByPassword(page, 'admin', 'not the password');
    await page.getByText("user 'admin' or the password is wrong").waitFor();
});

for (const role of ['viewer', 'operator', 'admin']) {
    test(`role ${role} is offered what it may do and nothing else`, async () => {
        const user = `test-${role}`;
        await callEngine(page, connection, 'POST', '/users', { name: user, role, password: PASSWORD });
        await signInByPassword(page, user, PASSWORD);
        await waitUntilLive(page);
        await page.getByText(`role: ${role}`).waitFor();
        await page.getByRole('table', { name: 'VMs' }).waitFor();
        await assertOffered(OFFERS.administrator, role === 'admin');
        await assertOffered(OFFERS.operator, role !== 'viewer');
        await signOut(page, user);
    });
}

test('a session that is ended at the engine ends on the page, which says so', async () => {
    await signInByPassword(page, 'test-operator', PASSWORD);
    await waitUntilLive(page);
    await callEngine(page, connection, 'DELETE', '/users/test-operator');
    await page.getByRole('button', { name: 'Migrate vm1' }).click();
    await page.getByRole('button', { name: 'Preview plan' }).click();
    await page.getByText('The session has ended, or the token was revoked; sign in again.').waitFor();
    assert.equal(await page.getByLabel('Name').inputValue(), 'test-operator');
});

/** The engine writes it beside its CA. */
function firstPassword() {
    return readFileSync(join(dirname(connection.ca ?? ''), 'admin.password'), 'utf8').trim();
}

/** @param {readonly string[]} buttons @param {boolean} expected */
async function assertOffered(buttons, expected) {
    for (const name of buttons) {
        assert.equal(await page.getByRole('button', { name, exact: true }).isVisible(), expected, name);
    }
}
