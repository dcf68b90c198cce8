/** How to reach the engine under test. */
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';

/**
 * @typedef {object} Connection
 * @property {string} url where the page is, with its trailing slash
 * @property {string} token an admin's
 * @property {string | undefined} ca path of the PEM file that the engine's certificate must go back to; undefined for http
 */

/** @returns {Connection} */
export function connectionFromEnvironment() {
    const { DROVEWAY_URL: url, DROVEWAY_TOKEN: token, DROVEWAY_CA: ca } = process.env;
    if (!url || !token) {
        throw new Error(
            'DROVEWAY_URL and DROVEWAY_TOKEN are not set: run "./droveway lab up" and export what it prints last',
        );
    }
    return { url: `${new URL(url).origin}/droveway/`, token, ca };
}

/**
 * Chromium has no option for a CA of one's own, but it can be told to trust chains that hold one public key: this checks
 * the engine's certificate against the CA, so that a foreign server fails the test, and names the CA's key, which stays
 * the same when the engine starts again with a new certificate.
 *
 * @param {Connection} connection
 * @returns {Promise<string | undefined>} base64 of the SHA-256 of the key, undefined for http
 */
export async function trustedKey({ url, ca }) {
    const { protocol, hostname, port } = new URL(url);
    if (protocol !== 'https:') {
        return undefined;
    }
    if (!ca) {
        throw new Error('DROVEWAY_CA is not set, and needed for https');
    }
    const pem = readFileSync(ca);
    const socket = connect({ host: hostname, port: Number(port || 443), ca: pem, servername: '' });
    await once(socket, 'secureConnect');
    socket.end();
    const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
    return createHash('sha256').update(key).digest('base64');
}
