/** What several tests do on the page. */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./connection.mjs').Connection} Connection */

/** @param {Page} page */
export async function waitUntilLive(page) {
    await page.getByRole('status', { name: 'Connection to the engine' }).getByText('live').waitFor();
}

/** @param {Page} page */
export async function goToOverview(page) {
    await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'Overview' }).click();
}

/** @param {Page} page @param {string} token */
export async function signInByToken(page, token) {
    const field = page.getByLabel('API token');
    if (!(await field.isVisible())) {
        await page.getByRole('button', { name: 'Sign in with an API token' }).click();
    }
    await field.fill(token);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** @param {Page} page @param {string} user @param {string} password */
export async function signInByPassword(page, user, password) {
    await page.getByLabel('Name').fill(user);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** @param {Page} page @param {string} user whose name the menu shows */
export async function signOut(page, user) {
    await page.getByRole('button', { name: user, exact: true }).click();
    await page.getByRole('menuitem', { name: /^Sign out/ }).click();
    await page.getByText('You have signed out.').waitFor();
}

/**
 * One call of the engine's API, made from within the page as its own calls are.
 *
 * @param {Page} page at the engine's address
 * @param {Connection} connection
 * @param {string} method
 * @param {string} path below the API's base
 * @param {object} [body]
 * @returns {Promise<any>} the answer's JSON; undefined for an empty one
 */
export function callEngine(page, { url, token }, method, path, body) {
    return page.evaluate(
        async ({ target, token, method, body }) => {
            const answer = await fetch(target, {
                method,
                headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            });
            const text = await answer.text();
            if (!answer.ok) {
                throw new Error(`${method} ${target}: ${answer.status} ${text}`);
            }
            return text === '' ? undefined : JSON.parse(text);
        },
        { target: `${url}api/v1${path}`, token, method, body },
    );
}

/** @param {import('playwright-core').Download} download */
export async function contentOf(download) {
    let text = '';
    for await (const chunk of await download.createReadStream()) {
        text += chunk;
    }
    return text;
}
