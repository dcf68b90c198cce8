import { AuditClient } from './audit';
import { Http, ifMatch, pathOf, type Tagged } from './http';
import type { Migration, MigrationRequest, Plan } from './migration';
import { PeopleClient } from './people';
import { PolicyClient } from './policy';
import type { DataCenter, Network, RolePreview } from './types';

/** The engine's REST API for one token. Every call throws a Problem when the engine does not answer with success. */
export class EngineClient {
  readonly audit: AuditClient;
  readonly people: PeopleClient;
  readonly policy: PolicyClient;
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
    this.audit = new AuditClient(http);
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

  /** What would come of giving or taking the migration role, without doing it. */
  previewRole(cluster: string, network: string, granted: boolean): Promise<RolePreview> {
    return this.#http.json(granted ? 'PUT' : 'DELETE', `${rolePath(cluster, network)}?dryRun=true`);
  }

  /** Gives the migration role, taking it from whichever network has it, or takes it away. */
  changeRole(cluster: string, network: string, granted: boolean): Promise<Network> {
    return this.#http.json(granted ? 'PUT' : 'DELETE', rolePath(cluster, network));
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

function rolePath(cluster: string, network: string): string {
  return pathOf('clusters', cluster, 'networks', network, 'roles', 'migration');
}
