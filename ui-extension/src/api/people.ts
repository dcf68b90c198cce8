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

export interface User {
  readonly name: string;
  readonly role: PersonRole;
  readonly permissions: readonly Permission[];
  readonly created: string;
}

/** What a user or a token may do. */
export interface Rights {
  readonly role: TokenRole;
  readonly permissions?: readonly Permission[];
}

/** A token or a session, without its secret. */
export interface Token {
  readonly id: string;
  /** Who or what it is for. */
  readonly name?: string;
  readonly role: TokenRole;
  readonly permissions: readonly Permission[];
  /** Of an enrolment token: where hosts join. */
  readonly cluster?: string;
  /** Whose session it is; absent for an API token. */
  readonly user?: string;
  readonly created: string;
  readonly expires?: string;
}

export interface TokenOrder extends Rights {
  readonly name?: string;
  /** How long it lasts, ISO-8601; absent: until it is revoked. */
  readonly ttl?: string;
  readonly cluster?: string;
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

  users(): Promise<readonly User[]> {
    return this.#http.json('GET', '/users');
  }

  /**
   * Makes a user.
   *
   * @param password undefined: the engine generates one and answers with it, this once
   */
  addUser(name: string, rights: Rights, password?: string): Promise<User & { readonly password?: string }> {
    const given = password === undefined ? {} : { password };
    return this.#http.json('POST', '/users', { body: { name, ...rights, ...given } });
  }

  /** Gives other rights, which ends the user's sessions. */
  changeRights(name: string, rights: Rights): Promise<User> {
    return this.#http.json('PUT', pathOf('users', name), { body: rights });
  }

  /** Sets somebody else's password, which ends that user's sessions. */
  async setPassword(name: string, password: string): Promise<void> {
    await this.#http.send('PUT', pathOf('users', name, 'password'), { body: { password } });
  }

  async removeUser(name: string): Promise<void> {
    await this.#http.send('DELETE', pathOf('users', name));
  }

  /** All that were not revoked, sessions too. */
  tokens(): Promise<readonly Token[]> {
    return this.#http.json('GET', '/tokens');
  }

  /** Makes a token; its secret is in this answer and nowhere else. */
  createToken(order: TokenOrder): Promise<{ readonly id: string; readonly token: string }> {
    return this.#http.json('POST', '/tokens', { body: order });
  }

  async revoke(id: string): Promise<void> {
    await this.#http.send('DELETE', pathOf('tokens', id));
  }
}
