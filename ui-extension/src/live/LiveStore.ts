import type { EngineClient } from '../api/client';
import { messageOf, Problem } from '../api/problem';
import { backoffMs } from './backoff';
import { decodeEvent } from './events';
import { INITIAL, lost, opened, received, type LiveState } from './liveState';
import { SseParser } from './sseParser';

/** The engine sends a comment every 15 s; three of them missing means that the stream is dead. */
const SILENCE_MS = 45_000;

/** Follows the engine's event stream for as long as it is started, and tells listeners what is known. */
export class LiveStore {
  readonly #client: EngineClient;
  readonly #listeners = new Set<() => void>();
  #state: LiveState = INITIAL;
  #failures = 0;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Starts to follow; the answer stops it. */
  start(): () => void {
    const stop = new AbortController();
    void this.#follow(stop.signal);
    return () => {
      stop.abort();
    };
  }

  async #follow(stop: AbortSignal): Promise<void> {
    for (let reason = await this.#readOnce(stop); reason !== undefined; reason = await this.#readOnce(stop)) {
      this.#failures += 1;
      this.#set(lost(this.#state, reason, Date.now()));
      await pause(backoffMs(this.#failures, Math.random()), stop);
    }
  }

  /** Why the stream ended; undefined when there is no use in trying again. */
  async #readOnce(stop: AbortSignal): Promise<string | undefined> {
    const silence = new AbortController();
    const watchdog = new Watchdog(SILENCE_MS, () => {
      silence.abort(new Error(`nothing was heard from the engine for ${SILENCE_MS / 1000} seconds`));
    });
    try {
      const response = await this.#client.events(AbortSignal.any([stop, silence.signal]));
      await this.#read(response, watchdog);
      return 'the engine ended the stream';
    } catch (error) {
      const useless = stop.aborted || (error instanceof Problem && error.tokenRejected);
      return useless ? undefined : messageOf(error);
    } finally {
      watchdog.stop();
    }
  }

  async #read(response: Response, watchdog: Watchdog): Promise<void> {
    this.#set(opened(this.#state));
    const parser = new SseParser();
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
    const decoder = new TextDecoder();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      watchdog.heard();
      const events = parser.push(decoder.decode(chunk.value, { stream: true })).map(decodeEvent);
      const next = events.reduce((state, event) => (event ? received(state, event) : state), this.#state);
      if (next.connection.kind === 'live') {
        this.#failures = 0;
      }
      this.#set(next);
    }
  }

  #set(state: LiveState): void {
    if (state !== this.#state) {
      this.#state = state;
      this.#listeners.forEach((listener) => {
        listener();
      });
    }
  }
}

/** Calls when nothing was heard for a while. */
class Watchdog {
  readonly #ms: number;
  readonly #bark: () => void;
  #timer: ReturnType<typeof setTimeout>;

  constructor(ms: number, bark: () => void) {
    this.#ms = ms;
    this.#bark = bark;
    this.#timer = setTimeout(bark, ms);
  }

  heard(): void {
    this.stop();
    this.#timer = setTimeout(this.#bark, this.#ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
