import type { Migration, MigrationRequest, Plan } from './migration';
import { problemOf } from './problem';
import type { DataCenter, Network, NetworkRole, WhoAmI } from './types';

/** A value with the entity tag that a later write must match. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

type Fetch = typeof fetch;

/** The engine's REST API for one token. Every call throws a Problem when the engine does not answer with success. */
export class EngineClient {
  readonly #base: string;
  readonly #token: string;
  readonly #fetch: Fetch;

  constructor(base: string, token: string, fetchImplementation: Fetch = (...args) => fetch(...args)) {
    this.#base = base;
    this.#token = token;
    this.#fetch = fetchImplementation;
  }

  whoAmI(): Promise<WhoAmI> {
    return this.#json('GET', '/whoami');
  }

  async dataCenter(name: string): Promise<Tagged<DataCenter>> {
    const response = await this.#send('GET', `/datacenters/${encodeURIComponent(name)}`);
    return { value: (await response.json()) as DataCenter, etag: response.headers.get('ETag') ?? undefined };
  }

  /** Sets the policy in datacenter.cfg's words, or unsets it; refused with 412 if someone else changed it meanwhile. */
  setPolicy(dataCenter: string, policy: string | undefined, etag: string | undefined): Promise<DataCenter> {
    const path = `/datacenters/${encodeURIComponent(dataCenter)}/migration`;
    const headers: Record<string, string> = etag === undefined ? {} : { 'If-Match': etag };
    return policy === undefined
      ? this.#json('DELETE', path, undefined, headers)
      : this.#json('PUT', path, { migration: policy }, headers);
  }

  grantRole(cluster: string, network: string, role: NetworkRole): Promise<Network> {
    return this.#json('PUT', rolePath(cluster, network, role));
  }

  revokeRole(cluster: string, network: string, role: NetworkRole): Promise<Network> {
    return this.#json('DELETE', rolePath(cluster, network, role));
  }

  migrate(request: MigrationRequest): Promise<{ readonly id: string }> {
    return this.#json('POST', '/migrations', request);
  }

  /** Everything that would be decided, without doing it. */
  plan(request: MigrationRequest): Promise<Plan> {
    return this.#json('POST', '/migrations', { ...request, dryRun: true });
  }

  migration(id: string): Promise<Migration> {
    return this.#json('GET', `/migrations/${encodeURIComponent(id)}`);
  }

  cancel(id: string): Promise<Migration> {
    return this.#json('POST', `/migrations/${encodeURIComponent(id)}/cancel`);
  }

  /** Opens the event stream; its body goes on until the signal aborts it. */
  events(signal: AbortSignal): Promise<Response> {
    return this.#send('GET', '/events', undefined, { Accept: 'text/event-stream' }, signal);
  }

  async #json<T>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<T> {
    const response = await this.#send(method, path, body, headers);
    return (await response.json()) as T;
  }

  async #send(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const response = await this.#fetch(this.#base + path, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      cache: 'no-store',
      credentials: 'omit',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) {
      throw await problemOf(response);
    }
    return response;
  }
}

function rolePath(cluster: string, network: string, role: NetworkRole): string {
  return `/clusters/${encodeURIComponent(cluster)}/networks/${encodeURIComponent(network)}/roles/${role}`;
}
