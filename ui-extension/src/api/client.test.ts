import { describe, expect, it, vi } from 'vitest';
import { EngineClient } from './client';
import { Http } from './http';
import { Problem } from './problem';

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

function clientOver(answer: Response) {
  const calls: Call[] = [];
  const fetched = (url: string, init: RequestInit) => {
    calls.push({ url, init });
    return Promise.resolve(answer);
  };
  const rejected = vi.fn();
  const client = new EngineClient(new Http('/droveway/api/v1', 'secret', fetched as typeof fetch));
  client.onRejected(rejected);
  return { client, calls, rejected };
}

function unauthorized(headers: Record<string, string>): Response {
  const all = { 'Content-Type': 'application/problem+json', ...headers };
  return new Response('{"status":401,"detail":"no"}', { status: 401, headers: all });
}

const REFUSAL = { code: 'HOST_DOWN', object: 'host h2', found: 'down', needed: 'up', remedy: 'start its agent' };

describe('EngineClient', () => {
  it('never puts the token into the URL', async () => {
    const { client, calls } = clientOver(Response.json({ role: 'admin', tokenId: '1' }));
    await client.people.whoAmI();
    expect(calls[0]?.url).toBe('/droveway/api/v1/whoami');
    expect(new Headers(calls[0]?.init.headers).get('Authorization')).toBe('Bearer secret');
  });

  it('writes a policy only over the version that was read', async () => {
    const { client, calls } = clientOver(Response.json({}));
    await client.setPolicy('a/b', 'secure', '"7"');
    expect(calls[0]?.url).toBe('/droveway/api/v1/datacenters/a%2Fb/migration');
    expect(new Headers(calls[0]?.init.headers).get('If-Match')).toBe('"7"');
    expect(calls[0]?.init.body).toBe('{"migration":"secure"}');
  });

  it('throws every refusal', async () => {
    const body = { title: 'Refused', status: 409, detail: 'vm1 cannot move', refusals: [REFUSAL] };
    const headers = { 'Content-Type': 'application/problem+json' };
    const { client } = clientOver(new Response(JSON.stringify(body), { status: 409, headers }));
    const failure = await client.migrate({ vm: 'vm1' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ status: 409, message: 'vm1 cannot move', refusals: [REFUSAL] });
  });

  it('tells when the token is no longer taken', async () => {
    const { client, rejected } = clientOver(unauthorized({ 'WWW-Authenticate': 'Bearer realm="droveway"' }));
    await expect(client.people.whoAmI()).rejects.toThrow('no');
    expect(rejected).toHaveBeenCalledOnce();
  });

  it('does not take a wrong password for a rejected token', async () => {
    const { client, rejected } = clientOver(unauthorized({}));
    await expect(client.people.changePassword('alice', 'wrong', 'right right right')).rejects.toThrow('no');
    expect(rejected).not.toHaveBeenCalled();
  });

  it('names the status of an answer without a problem detail', async () => {
    const { client } = clientOver(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    await expect(client.people.whoAmI()).rejects.toThrow('The engine answered 502 Bad Gateway');
  });
});
