import type { Compression, Convergence } from './migration';
import { etagOf, Http, ifMatch, pathOf, type Tagged } from './http';
import type { DataCenter, Refusal, Security } from './types';

export type Transport = 'direct' | 'tunnel';

/** What a scope says about migrations; about what is absent it says nothing. */
export interface Statement {
  readonly security?: Security;
  readonly bandwidthMiBs?: number;
  readonly parallelConnections?: number;
  readonly compression?: Compression;
  readonly maxDowntimeMs?: number;
  readonly convergence?: Convergence;
  readonly postCopy?: boolean;
  readonly fastHandover?: boolean;
  readonly allowManagementNetwork?: boolean;
  readonly transports?: readonly Transport[];
}

export type FieldName = keyof Statement;

export type ScopeKind = 'datacenter' | 'cluster' | 'vm';

/** A statement as it was set. */
export interface ScopePolicy extends Statement {
  readonly scope: ScopeKind;
  readonly name: string;
  /** 0 where nothing was ever said. */
  readonly version: number;
  readonly setBy?: string;
  readonly reason?: string;
  /** Set by one who may, against what wider scopes demand. */
  readonly weakening: boolean;
}

export interface Said {
  readonly scope: ScopeKind;
  readonly name: string;
  readonly value?: FieldValue;
}

export type FieldValue = Statement[FieldName];

export interface EffectiveField {
  readonly field: FieldName;
  readonly value?: FieldValue;
  readonly rule: string;
  readonly winner?: { readonly scope: ScopeKind; readonly name: string };
  readonly reason: string;
  readonly said: readonly Said[];
}

/** What is in force for a VM, and why. */
export interface EffectivePolicy {
  readonly vm: string;
  readonly vmId: string;
  readonly cluster: string;
  readonly datacenter: string;
  readonly policyVersion: number;
  readonly network?: {
    readonly name: string;
    readonly cidr: string;
    readonly managementNetwork: boolean;
    readonly reason: string;
    readonly warnings: readonly string[];
  };
  readonly fields: readonly EffectiveField[];
  readonly refusals: readonly Refusal[];
}

/** Something to know about a file that was imported. */
export type CfgWarning = Omit<Refusal, 'code'>;

export interface Imported extends DataCenter {
  readonly warnings: readonly CfgWarning[];
}

const COLLECTIONS = { datacenter: 'datacenters', cluster: 'clusters', vm: 'vms' } as const;

/** What scopes say, what comes of it, and datacenter.cfg as a whole. */
export class PolicyClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** @param name of a VM, its UUID */
  statement(scope: ScopeKind, name: string): Promise<Tagged<ScopePolicy>> {
    return this.#http.tagged('GET', pathOf(COLLECTIONS[scope], name, 'policy'));
  }

  /** Says exactly this from now on; refused with 412 if somebody else said something meanwhile. */
  say(
    scope: ScopeKind,
    name: string,
    statement: Statement & { readonly reason?: string },
    etag: string | undefined,
  ): Promise<Tagged<ScopePolicy>> {
    const path = pathOf(COLLECTIONS[scope], name, 'policy');
    return this.#http.tagged('PUT', path, { body: statement, headers: ifMatch(etag) });
  }

  effective(vm: string): Promise<EffectivePolicy> {
    return this.#http.json('GET', pathOf('vms', vm, 'effective-policy'));
  }

  /** The file byte for byte. */
  async cfg(dataCenter: string): Promise<Tagged<Blob>> {
    const path = pathOf('datacenters', dataCenter, 'datacenter.cfg');
    const response = await this.#http.send('GET', path, { headers: { Accept: 'text/plain' } });
    return { value: await response.blob(), etag: etagOf(response) };
  }

  /** Puts a file in the place of the one that was read; refused with 412 if that is another one by now. */
  importCfg(dataCenter: string, file: Blob, etag: string | undefined): Promise<Tagged<Imported>> {
    const path = pathOf('datacenters', dataCenter, 'datacenter.cfg');
    return this.#http.tagged('PUT', path, { body: file, headers: ifMatch(etag) });
  }
}
