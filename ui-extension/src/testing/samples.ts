import type { Migration } from '../api/migration';
import type { Vm } from '../api/types';

/** Objects for the unit tests. */

export const VM: Vm = {
  name: 'vm1',
  id: '5f0c2d7e-9a41-4d0f-8f5a-4f2d1c8e7a01',
  host: 'h1',
  state: 'running',
  memoryMiB: 512,
  vcpus: 1,
  cluster: 'lab',
};

export const MIGRATION: Migration = {
  id: '0b1f6a1e-4a0c-4f57-9a57-6d1c3a5b7c01',
  vm: 'vm1',
  vmId: VM.id,
  from: 'h1',
  to: 'h2',
  cluster: 'lab',
  state: 'COPYING',
  type: 'secure',
  transport: 'direct',
  network: 'migration',
  managementNetwork: false,
  requestedBy: 'admin',
  requestedAt: '2026-11-21T10:04:08.120Z',
  steps: [],
  verdictReasons: [],
  refusals: [],
};
