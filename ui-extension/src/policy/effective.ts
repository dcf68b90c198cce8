import type { EffectivePolicy, Said } from '../api/policy';
import type { Security } from '../api/types';

/** What data center and cluster come to together about security: the strictest, and secure where neither says anything. */
export function demandedSecurity(policy: EffectivePolicy): Security {
  const said = policy.fields.find(({ field }) => field === 'security')?.said ?? [];
  const wider = said.filter(({ scope, value }) => scope !== 'vm' && value !== undefined);
  return wider.length > 0 && wider.every(({ value }) => value === 'insecure') ? 'insecure' : 'secure';
}

/** The scopes in the order they speak, from the widest. */
export function scopesOf(policy: EffectivePolicy): readonly Said[] {
  return policy.fields[0]?.said ?? [];
}
