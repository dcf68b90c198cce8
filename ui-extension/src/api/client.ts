import { Http, ifMatch, pathOf, type Tagged } from './http';
import type { Migration, MigrationRequest, Plan } from './migration';
import { PeopleClient } from './people';
import { PolicyClient } from './policy';
import type { DataCenter, Network, NetworkRole } from './types';

/** The engine's REST API for one token. Every call throws a Problem when the engine does not answer with success. */
export class EngineClient {
  readonly people: PeopleClient;
  readonly policy: PolicyClient;
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
    this.people = new PeopleClient(http);
    this.policy = new PolicyClient(http);
  }

  /** Has this told whenever the engine no longer takes the token. */
  onRejected(rejected: () => void): void {
    this.#http.onRejected(rejected);
  }

  dataCenter(name: string): Promise<Tagged<DataCenter>> {
    return this.#http.tagged('GET', pathOf('datacenters', name));
  }

  /** Sets the policy in datacenter.cfg's words, or unsets it; refused with 412 if someone else changed it meanwhile. */
  setPolicy(dataCenter: string, policy: string | undefined, etag: string | undefined): Promise<DataCenter> {
    const path = pathOf('datacenters', dataCenter, 'migration');
    const headers = ifMatch(etag);
    return policy === undefined
      ? this.#http.json('DELETE', path, { headers })
      : this.#http.json('PUT', path, { body: { migration: policy }, headers });
  }

  grantRole(cluster: string, network: string, role: NetworkRole): Promise<Network> {
    return this.#http.json('PUT', rolePath(cluster, network, role));
  }

  revokeRole(cluster: string, network: string, role: NetworkRole): Promise<Network> {
    return this.#http.json('DELETE', rolePath(cluster, network, role));
  }

  migrate(request: MigrationRequest): Promise<{ readonly id: string }> {
    return this.#http.json('POST', '/migrations', { body: request });
  }

  /** Everything that would be decided, without doing it. */
  plan(request: MigrationRequest): Promise<Plan> {
    return this.#http.json('POST', '/migrations', { body: { ...request, dryRun: true } });
  }

  migration(id: string): Promise<Migration> {
    return this.#http.json('GET', pathOf('migrations', id));
  }

  cancel(id: string): Promise<Migration> {
    return this.#http.json('POST', pathOf('migrations', id, 'cancel'));
  }

  /** Opens the event stream; its body goes on until the signal aborts it. */
  events(signal: AbortSignal): Promise<Response> {
    return this.#http.send('GET', '/events', { headers: { Accept: 'text/event-stream' }, signal });
  }
}

function rolePath(cluster: string, network: string, role: NetworkRole): string {
  return pathOf('clusters', cluster, 'networks', network, 'roles', role);
}
