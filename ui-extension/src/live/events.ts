import type { Migration } from '../api/migration';
import type { Cluster, DataCenter, Host, Network, Vm } from '../api/types';
import type { SseEvent } from './sseParser';

/** What the engine's event stream says, typed (docs/api.md). */
export type EngineEvent =
  | { readonly kind: 'datacenter'; readonly value: DataCenter }
  | { readonly kind: 'cluster'; readonly value: Cluster }
  | { readonly kind: 'network'; readonly value: Network }
  | { readonly kind: 'host'; readonly value: Host }
  | { readonly kind: 'vm'; readonly value: Vm }
  | { readonly kind: 'migration'; readonly value: Migration }
  | { readonly kind: 'removed'; readonly of: string; readonly name: string }
  | { readonly kind: 'ready' };

const KINDS: ReadonlySet<string> = new Set(['datacenter', 'cluster', 'network', 'host', 'vm', 'migration']);

/**
 * The event, or undefined for one that this page does not know: a newer engine may send more.
 *
 * @throws SyntaxError if the data is not JSON
 */
export function decodeEvent({ event, data }: SseEvent): EngineEvent | undefined {
  if (event === 'ready') {
    return { kind: 'ready' };
  }
  if (event === 'removed') {
    const { kind, name } = JSON.parse(data) as { kind: string; name: string };
    return { kind: 'removed', of: kind, name };
  }
  return KINDS.has(event) ? ({ kind: event, value: JSON.parse(data) as unknown } as EngineEvent) : undefined;
}
