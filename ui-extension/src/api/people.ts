import { Http, pathOf } from './http';

/** Who may do what, and how they come in (docs/api.md). Instants are ISO-8601 in UTC. */

/** What a person may be. */
export type PersonRole = 'admin' | 'operator' | 'viewer';

export type TokenRole = PersonRole | 'enrolment';

export type Permission = 'migration-override';

export interface WhoAmI {
  readonly role: TokenRole;
  readonly permissions: readonly Permission[];
  readonly tokenId: string;
  /** Of the token. */
  readonly name?: string;
  /** Whose session it is; absent for an API token. */
  readonly user?: string;
  readonly expires?: string;
}

export interface OpenedSession {
  readonly user: string;
  readonly token: string;
  readonly role: PersonRole;
  readonly expires: string;
}

/** Sessions, users and tokens. */
export class PeopleClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  whoAmI(): Promise<WhoAmI> {
    return this.#http.json('GET', '/whoami');
  }

  /** @param ttl how long the session lasts, ISO-8601, at most PT12H */
  login(user: string, password: string, ttl: string): Promise<OpenedSession> {
    return this.#http.json('POST', '/sessions', { body: { user, password, ttl } });
  }

  /** Ends the session whose token this is. */
  async logout(): Promise<void> {
    await this.#http.send('DELETE', '/sessions/current');
  }

  /** Sets one's own password, which ends all of one's sessions. */
  async changePassword(user: string, current: string, password: string): Promise<void> {
    await this.#http.send('PUT', pathOf('users', user, 'password'), { body: { current, password } });
  }
}
