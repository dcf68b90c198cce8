/** What the engine's REST API and event stream carry (docs/api.md). Instants are ISO-8601 in UTC. */

export type Security = 'secure' | 'insecure';

export interface DataCenter {
  readonly name: string;
  /** The policy as it was set, in datacenter.cfg's words; absent when none is set. */
  readonly migration?: string;
  readonly migrationType?: Security;
  readonly migrationNetwork?: string;
  readonly clusters: readonly string[];
}

export type NetworkRole = 'management' | 'migration' | 'vm';

export interface ClusterNetwork {
  readonly name: string;
  readonly roles: readonly NetworkRole[];
  readonly required: boolean;
}

export interface Cluster {
  readonly name: string;
  readonly datacenter: string;
  readonly hosts: readonly string[];
  readonly networks: readonly ClusterNetwork[];
}

export interface Network {
  readonly name: string;
  readonly cidr: string;
  readonly mtu: number;
  readonly roles: readonly NetworkRole[];
  readonly clusters: readonly ClusterNetwork[];
}

export type HostMode = 'observe' | 'assist' | 'enforce';
export type FirewallState = 'shut' | 'open' | 'unknown';

export interface Nic {
  readonly name: string;
  readonly up: boolean;
  readonly mtu: number;
  readonly addresses: readonly string[];
}

export interface HostCertificate {
  readonly purpose: string;
  readonly subject: string;
  readonly notAfter: string;
  readonly ours: boolean;
}

export interface Host {
  readonly name: string;
  readonly cluster: string;
  readonly state: 'up' | 'down';
  readonly mode: HostMode;
  readonly firewall: FirewallState;
  readonly nics: readonly Nic[];
  readonly migrationAddress?: string;
  readonly managementAddress: string;
  readonly portPool: string;
  readonly libvirtVersion?: string;
  readonly qemuVersion?: string;
  readonly agentVersion: string;
  readonly memoryTotalMiB: number;
  readonly memoryFreeMiB: number;
  readonly cpus: number;
  readonly certificates: readonly HostCertificate[];
  readonly pins: readonly { readonly network: string; readonly address: string }[];
  readonly lastSeen?: string;
}

export interface Vm {
  readonly name: string;
  readonly id: string;
  readonly host: string;
  readonly state: 'running' | 'paused' | 'off' | 'unknown';
  readonly memoryMiB: number;
  readonly vcpus: number;
  readonly cluster: string;
  readonly owner?: string;
  /** Id of the running migration. */
  readonly migration?: string;
}

/** What would come of a change of the migration role. */
export interface RolePreview {
  readonly cluster: string;
  /** Over which migrations would go; absent: over none. */
  readonly network?: string;
  readonly hosts: readonly {
    readonly host: string;
    readonly address?: string;
    readonly nic?: string;
    readonly mtu?: number;
    readonly reason: string;
  }[];
  /** Why the change is refused. */
  readonly errors: readonly Refusal[];
  readonly warnings: readonly Refusal[];
}

export interface Refusal {
  readonly code: string;
  readonly object: string;
  readonly found: string;
  readonly needed: string;
  readonly remedy: string;
}
