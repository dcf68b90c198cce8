/** How to reach the engine under test. */
import { createHash, X509Certificate } from 'node:crypto';
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
 * Chromium has no option for a CA of one's own, but it can trust one public key: this checks the engine's certificate
 * against the CA and names its key, so that a foreign server fails the test.
 *
 * @param {Connection} connection
 * @returns {Promise<string | undefined>} base64 of the SHA-256 of the key, undefined for http
 */
export function trustedKey({ url, ca }) {
    const { protocol, hostname, port } = new URL(url);
    if (protocol !== 'https:') {
        return Promise.resolve(undefined);
    }
    if (!ca) {
        throw new Error('DROVEWAY_CA is not set, and needed for https');
    }
    const options = { host: hostname, port: Number(port || 443), ca: readFileSync(ca), servername: '' };
    return new Promise((resolve, reject) => {
        const socket = connect(options, () => {
            const certificate = new X509Certificate(socket.getPeerCertificate().raw);
            socket.end();
            const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
            resolve(createHash('sha256').update(key).digest('base64'));
        });
        socket.on('error', reject);
    });
}
