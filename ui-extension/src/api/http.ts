import { problemOf } from './problem';

/** A value with the entity tag that a later write must match. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

/** What a call sends beside method and path. */
export interface Sent {
  /** An object goes as JSON, a blob byte for byte. */
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

type Fetch = typeof fetch;

/** Calls the engine's REST API with one token, or, to come in, with none. */
export class Http {
  readonly #base: string;
  readonly #token: string | undefined;
  readonly #fetch: Fetch;
  #rejected: () => void = () => undefined;

  constructor(base: string, token?: string, fetchImplementation: Fetch = (...args) => fetch(...args)) {
    this.#base = base;
    this.#token = token;
    this.#fetch = fetchImplementation;
  }

  /** Has this told whenever the engine no longer takes the token. */
  onRejected(rejected: () => void): void {
    this.#rejected = rejected;
  }

  async json<T>(method: string, path: string, sent?: Sent): Promise<T> {
    const response = await this.send(method, path, sent);
    return (await response.json()) as T;
  }

  async tagged<T>(method: string, path: string, sent?: Sent): Promise<Tagged<T>> {
    const response = await this.send(method, path, sent);
    return { value: (await response.json()) as T, etag: etagOf(response) };
  }

  /** @throws Problem when the engine does not answer with success */
  async send(method: string, path: string, { body, headers, signal }: Sent = {}): Promise<Response> {
    const response = await this.#fetch(this.#base + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(this.#token === undefined ? {} : { Authorization: `Bearer ${this.#token}` }),
        ...(body === undefined ? {} : { 'Content-Type': typeOf(body) }),
        ...headers,
      },
      cache: 'no-store',
      credentials: 'omit',
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.tokenRejected) {
        this.#rejected();
      }
      throw problem;
    }
    return response;
  }
}

export function etagOf(response: Response): string | undefined {
  return response.headers.get('ETag') ?? undefined;
}

/** The header that lets a write succeed only over the version that was read. */
export function ifMatch(etag: string | undefined): Readonly<Record<string, string>> {
  return etag === undefined ? {} : { 'If-Match': etag };
}

/** A path with each part encoded. */
export function pathOf(...parts: readonly string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function typeOf(body: object): string {
  return body instanceof Blob ? 'application/octet-stream' : 'application/json';
}
