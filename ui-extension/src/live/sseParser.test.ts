import { describe, expect, it } from 'vitest';
import { SseParser } from './sseParser';

describe('SseParser', () => {
  it('reads event and data', () => {
    expect(new SseParser().push('id: 7\nevent: host\ndata: {"name":"h1"}\n\n')).toEqual([
      { event: 'host', data: '{"name":"h1"}' },
    ]);
  });

  it('finds the same events wherever the network cuts the stream', () => {
    const stream = 'event: vm\ndata: one\n\nevent: ready\ndata: {}\n\n';
    const whole = new SseParser().push(stream);
    for (let cut = 0; cut <= stream.length; cut++) {
      const parser = new SseParser();
      expect([...parser.push(stream.slice(0, cut)), ...parser.push(stream.slice(cut))]).toEqual(whole);
    }
  });

  it('joins data lines', () => {
    expect(new SseParser().push('data: a\ndata: b\n\n')).toEqual([{ event: 'message', data: 'a\nb' }]);
  });

  it('takes carriage returns', () => {
    expect(new SseParser().push('event: ready\r\ndata: {}\r\n\r\n')).toEqual([{ event: 'ready', data: '{}' }]);
  });

  it('passes over comments and blank lines', () => {
    expect(new SseParser().push(': still here\n\n\n')).toEqual([]);
  });

  it('keeps all but one space before data', () => {
    expect(new SseParser().push('data:  x\n\n')).toEqual([{ event: 'message', data: ' x' }]);
  });
});
