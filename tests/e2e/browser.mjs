/** Debian's Chromium, without anything that would reach out to other networks. */
import { chromium } from 'playwright-core';
import { trustedKey } from './connection.mjs';

const FLAGS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** @param {import('./connection.mjs').Connection} connection */
export async function launch(connection) {
    const key = await trustedKey(connection);
    return chromium.launch({
        executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
        args: [...FLAGS, ...(key === undefined ? [] : [`--ignore-certificate-errors-spki-list=${key}`])],
    });
}
