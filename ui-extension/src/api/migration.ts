import type { Refusal, Security } from './types';

/** The states of a migration in the order of its life; the last five end it. */
export type MigrationState =
  | 'REQUESTED'
  | 'QUEUED'
  | 'PLANNED'
  | 'NEGOTIATED'
  | 'PINHOLE_OPEN'
  | 'COPYING'
  | 'SWITCHOVER'
  | 'POSTCOPY'
  | 'POSTCOPY_PAUSED'
  | 'CANCELLING'
  | 'CLOSING'
  | 'COMPLETED'
  | 'REFUSED'
  | 'CANCELLED'
  | 'FAILED'
  | 'NEEDS_ATTENTION';

export interface Decision {
  readonly subject: string;
  readonly value: string;
  readonly reason: string;
}

export interface Candidate {
  readonly host: string;
  readonly accepted: boolean;
  readonly weight?: number;
  readonly refusals: readonly Refusal[];
}

/** A plan as far as it came before it was refused. */
export interface PartialPlan {
  readonly vm: string;
  readonly vmId: string;
  readonly from: string;
  /** Absent while no host was settled. */
  readonly to?: string;
  readonly decisions: readonly Decision[];
  readonly candidates: readonly Candidate[];
  /** Absent until the destination was asked. */
  readonly libvirtCall?: string;
}

/** What is done when the guest outruns the copy, the gentlest first. */
export const CONVERGENCES = ['cancel', 'keep-on', 'throttle', 'post-copy'] as const;

export type Convergence = (typeof CONVERGENCES)[number];

/** What makes the memory stream smaller, the cheapest for the processors first. */
export const COMPRESSIONS = ['none', 'xbzrle', 'zstd', 'zlib'] as const;

export type Compression = (typeof COMPRESSIONS)[number];

export type Handover = 'strict' | 'fast';

/** What a migration is run with; of what the hosts agreed on, `bandwidthMiBs` is for each stream. */
export interface Parameters {
  readonly bandwidthMiBs?: number;
  /** What the memory and each disk get of it. */
  readonly streamBandwidthMiBs?: number;
  readonly maxDowntimeMs?: number;
  readonly tlsDestination?: string;
  readonly disks?: readonly string[];
  readonly parallelConnections?: number;
  readonly compression?: Compression;
  readonly handover?: Handover;
  readonly convergence?: Convergence;
}

export interface Plan extends PartialPlan {
  readonly to: string;
  readonly network: string;
  readonly cidr?: string;
  readonly type: Security;
  readonly transport: string;
  readonly managementNetwork: boolean;
  readonly sourceAddress: string;
  readonly destinationAddress: string;
  readonly sourceNic: string;
  readonly destinationNic: string;
  readonly mtu: number;
  readonly ports: number;
  readonly policyVersion: number;
  readonly parameters: Parameters;
  /** Absent until both hosts settled them. */
  readonly agreed?: Parameters;
}

export interface Progress {
  readonly elapsedMs: number;
  readonly totalBytes: number;
  readonly processedBytes: number;
  readonly remainingBytes: number;
  readonly bytesPerSecond: number;
  readonly iteration: number;
  readonly convergence?: ConvergenceProgress;
}

/** Whether the memory's copy comes to an end. */
export interface ConvergenceProgress {
  readonly dirtyBytesPerSecond?: number;
  readonly downtimeLimitMs: number;
  readonly throttlePercent?: number;
  readonly outlook: 'too-early' | 'converges' | 'does-not-converge';
  readonly predictedMs?: number;
}

export interface Step {
  readonly state: MigrationState;
  readonly at: string;
  readonly detail?: string;
}

export interface ObservedConnection {
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly nic: string;
  readonly sentBytes?: number;
  readonly receivedBytes?: number;
}

export interface NicTraffic {
  readonly nic: string;
  readonly receivedBytes: number;
  readonly sentBytes: number;
}

export interface Pinhole {
  readonly source: string;
  readonly destination: string;
  readonly port: number;
  readonly openedAt: string;
  readonly shutForNewAt?: string;
  readonly removedAt?: string;
  readonly packetsAccepted: number;
  readonly refused: number;
}

/** What one host's agent saw of a migration. */
export interface Observation {
  readonly host: string;
  readonly connections: readonly ObservedConnection[];
  readonly traffic: readonly NicTraffic[];
  readonly memoryStream: 'tls' | 'plain' | 'unknown';
  readonly tlsCredentials?: boolean;
  readonly pinholes: readonly Pinhole[];
  readonly suspendedAt?: string;
  readonly resumedAt?: string;
  readonly migrateCallMs?: number;
  readonly libvirtDowntimeMs?: number;
}

export type Verdict = 'conforms' | 'violates' | 'unknown';

export interface Migration {
  readonly id: string;
  readonly vm: string;
  readonly vmId: string;
  readonly from: string;
  readonly to: string;
  readonly cluster: string;
  readonly state: MigrationState;
  readonly vmHost?: string;
  readonly type: Security;
  readonly transport: string;
  readonly network: string;
  readonly managementNetwork: boolean;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly endedAt?: string;
  readonly plan?: Plan;
  readonly progress?: Progress;
  readonly steps: readonly Step[];
  readonly observed?: readonly Observation[];
  readonly verdict?: Verdict;
  readonly verdictReasons: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly error?: string;
}

/** What a person asks for; what is left out is the policy's and the filters' to decide. */
export interface MigrationRequest {
  readonly vm: string;
  readonly host?: string;
  readonly type?: Security;
  readonly network?: string;
  readonly bandwidthMiBs?: number;
  readonly parallelConnections?: number;
  readonly compression?: Compression;
  readonly convergence?: Convergence;
  readonly fastHandover?: boolean;
  readonly maxDowntimeMs?: number;
  readonly withLocalDisks?: boolean;
  readonly allowManagementNetwork?: boolean;
  /** Why it weakens what the policy says; needed where it does. */
  readonly reason?: string;
}

const ENDS: ReadonlySet<MigrationState> = new Set(['COMPLETED', 'REFUSED', 'CANCELLED', 'FAILED', 'NEEDS_ATTENTION']);

/** Whether nothing follows this state. */
export function isEnd(state: MigrationState): boolean {
  return ENDS.has(state);
}
