import { Http } from './http';

export type AuditOutcome = 'done' | 'refused' | 'failed';

/** A link of the audit's chain, its texts exactly as they were hashed. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  readonly who: string;
  readonly from?: string;
  readonly request?: string;
  readonly action: string;
  readonly object: string;
  /** JSON in a text. */
  readonly before?: string;
  readonly after?: string;
  readonly outcome: AuditOutcome;
  readonly reason?: string;
  readonly previous: string;
  readonly hash: string;
}

/** The newest entry's place and hash. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Which entries are wanted; what is left out does not matter. */
export interface AuditFilter {
  readonly who?: string;
  readonly object?: string;
  readonly outcome?: AuditOutcome;
  /** From this instant on, ISO-8601 in UTC. */
  readonly since?: string;
  /** Ahead of this instant, ISO-8601 in UTC. */
  readonly until?: string;
}

/** Who did what. */
export class AuditClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * The newest of the entries wanted, newest first.
   *
   * @param before only ahead of this one
   */
  list(filter: AuditFilter, limit: number, before?: number): Promise<readonly AuditEntry[]> {
    const page = before === undefined ? {} : { before: String(before) };
    return this.#http.json('GET', `/audit${queryOf({ ...filter, limit: String(limit), ...page })}`);
  }

  head(): Promise<AuditHead> {
    return this.#http.json('GET', '/audit/head');
  }

  /** All entries wanted, oldest first, an entry a line. */
  export(filter: AuditFilter, signal?: AbortSignal): Promise<Response> {
    const headers = { Accept: 'application/x-ndjson' };
    return this.#http.send('GET', `/audit${queryOf(filter)}`, { headers, ...(signal === undefined ? {} : { signal }) });
  }
}

function queryOf(values: Readonly<Record<string, string>> | AuditFilter): string {
  const query = new URLSearchParams(Object.entries(values)).toString();
  return query === '' ? '' : `?${query}`;
}
