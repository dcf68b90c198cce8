/**
 * The value of a datacenter.cfg policy: a person may paste the whole line, `migration: secure,network=10.1.2.0/24`, or its
 * value alone. Whether it is right is the engine's to say.
 */
export function policyValue(text: string): string {
  return text.trim().replace(/^migration\s*:\s*/, '');
}
