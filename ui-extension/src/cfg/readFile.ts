import type { Tagged } from '../api/http';

/** A datacenter.cfg in whatever encoding. */
export interface CfgFile {
  readonly bytes: Blob;
  /** What it looks like: what is no UTF-8 becomes replacement characters. */
  readonly text: string;
  /** A character a byte: equal for equal files only. */
  readonly raw: string;
}

export async function cfgFileOf(bytes: Blob): Promise<CfgFile> {
  const content = await bytes.arrayBuffer();
  return {
    bytes,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(content),
    raw: new TextDecoder('windows-1252').decode(content),
  };
}

export async function taggedFileOf({ value, etag }: Tagged<Blob>): Promise<Tagged<CfgFile>> {
  return { value: await cfgFileOf(value), etag };
}
