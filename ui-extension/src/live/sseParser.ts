/** One event of a text/event-stream. */
export interface SseEvent {
  readonly event: string;
  readonly data: string;
}

/** Cuts a text/event-stream into events, whatever way the network cut it into chunks. */
export class SseParser {
  #rest = '';
  #event = '';
  #data: string[] = [];

  /** The events that this chunk completes. */
  push(chunk: string): SseEvent[] {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#line(line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  #line(line: string): SseEvent[] {
    if (line === '') {
      return this.#dispatch();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.#event = value;
    } else if (field === 'data') {
      this.#data.push(value);
    }
    return [];
  }

  #dispatch(): SseEvent[] {
    const event = { event: this.#event || 'message', data: this.#data.join('\n') };
    const complete = this.#data.length > 0 || this.#event !== '';
    this.#event = '';
    this.#data = [];
    return complete ? [event] : [];
  }
}
