/** An address with its port; IPv6 in brackets, as RFC 5952 has it. */
export function endpoint(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
