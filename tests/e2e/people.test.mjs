/** Who comes in, how, and what the page offers to whom. Needs a lab that is up. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { connectionFromEnvironment } from './connection.mjs';
import { callEngine, goToOverview, signInByPassword, signInByToken, signOut, waitUntilLive } from './steps.mjs';

const PASSWORD = 'a password for tests';
/** What only an administrator is offered, and what an operator is. */
const OFFERS = {
    administrator: ['Set policy', 'Grant the migration role to guests'],
    operator: ['Migrate vm1'],
    amongPeople: ['Add user', 'Create token'],
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
    for (const { name } of await callEngine(page, connection, 'GET', '/users')) {
        if (name.startsWith('test-')) {
            await callEngine(page, connection, 'DELETE', `/users/${name}`);
        }
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

test('an administrator makes a user, whose password is shown once and lets in', async () => {
    await signInByToken(page, connection.token);
    await waitUntilLive(page);
    await goToPeople();
    await page.getByRole('button', { name: 'Add user' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('test-viewer');
    await page.getByRole('button', { name: 'Add the user' }).click();
    const generated = await page.getByLabel('The password', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('table', { name: 'Users' }).getByText('test-viewer').waitFor();
    await page.getByRole('button', { name: 'first', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Sign out/ }).click();

    await signInByPassword(page, 'test-viewer', generated);
    await page.getByText('role: viewer').waitFor();
    await changeOwnPassword(generated, PASSWORD);
});

for (const role of ['viewer', 'operator', 'admin']) {
    test(`role ${role} is offered what it may do and nothing else`, async () => {
        const user = `test-${role}`;
        if (role !== 'viewer') {
            await callEngine(page, connection, 'POST', '/users', { name: user, role, password: PASSWORD });
        }
        await signInByPassword(page, user, PASSWORD);
        await waitUntilLive(page);
        await page.getByText(`role: ${role}`).waitFor();
        await goToOverview(page);
        await page.getByRole('table', { name: 'VMs' }).waitFor();
        await assertOffered(OFFERS.administrator, role === 'admin');
        await assertOffered(OFFERS.operator, role !== 'viewer');
        await goToPeople();
        await page.getByRole('table', { name: 'Users' }).getByText(user).waitFor();
        await assertOffered(OFFERS.amongPeople, role === 'admin');
        await signOut(page, user);
    });
}

test('an operator is given a permission', async () => {
    await signInByToken(page, connection.token);
    await waitUntilLive(page);
    await goToPeople();
    await choose('test-operator', 'Edit role');
    await page.getByLabel('migration-override').check();
    await page.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('table', { name: 'Users' }).getByRole('row', { name: /test-operator/ });
    await row.getByText('migration-override').waitFor();
});

test('a token is made, shown once, and revoked', async () => {
    await page.getByRole('button', { name: 'Create token' }).click();
    await page.getByLabel('Who or what it is for').fill('test-token');
    await page.getByRole('button', { name: 'Create the token' }).click();
    const token = await page.getByLabel('The token', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Done' }).click();
    const made = { ...connection, token };
    assert.equal((await callEngine(page, made, 'GET', '/whoami')).role, 'viewer');
    await page.getByRole('button', { name: 'Revoke test-token' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    // Beside an open dialog nothing else can be found by its role.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Revoke test-token' }).waitFor({ state: 'detached' });
    await assert.rejects(callEngine(page, made, 'GET', '/whoami'), /401/);
    await page.getByRole('button', { name: 'first', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Sign out/ }).click();
});

test('a session that is ended at the engine ends on the page, which says so', async () => {
    await signInByPassword(page, 'test-operator', PASSWORD);
    await waitUntilLive(page);
    await goToOverview(page);
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

async function goToPeople() {
    await page.getByRole('link', { name: 'Users and tokens' }).click();
}

/** @param {string} user @param {string} action */
async function choose(user, action) {
    await page.getByRole('button', { name: `Actions for ${user}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
}

/** Of the viewer who is signed in; it ends the session. @param {string} current @param {string} password */
async function changeOwnPassword(current, password) {
    await page.getByRole('button', { name: 'test-viewer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Change password' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Current password').fill('not the current one');
    await dialog.getByLabel('New password').first().fill(password);
    await dialog.getByLabel('New password again').fill(password);
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await dialog.getByText("the current password of user 'test-viewer' is wrong").waitFor();
    await dialog.getByLabel('Current password').fill(current);
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password was changed').waitFor();
}

/** @param {readonly string[]} buttons @param {boolean} expected */
async function assertOffered(buttons, expected) {
    for (const name of buttons) {
        assert.equal(await page.getByRole('button', { name, exact: true }).isVisible(), expected, name);
    }
}
