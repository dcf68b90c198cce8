import { useSyncExternalStore } from 'react';

/** Where in the page one is. Routes live in the URL's fragment, so the server needs to know nothing of them. */
export type Route =
  | { readonly page: 'overview' | 'audit' | 'people' | 'unknown' }
  | { readonly page: 'migration' | 'vm'; readonly id: string }
  | { readonly page: 'datacenter' | 'cluster'; readonly name: string };

export function parseRoute(hash: string): Route {
  const [section, key, ...rest] = partsOf(hash);
  if (section === undefined) {
    return { page: 'overview' };
  }
  if (key === undefined) {
    return { page: section === 'audit' || section === 'people' ? section : 'unknown' };
  }
  return rest.length === 0 ? objectRoute(section, key) : { page: 'unknown' };
}

/** The decoded parts; of what was cut off or mistyped, one that is no page. */
function partsOf(hash: string): readonly string[] {
  const parts = hash.replace(/^#\/?/, '').split('/').filter(Boolean);
  try {
    return parts.map((part) => decodeURIComponent(part));
  } catch {
    return ['not a link'];
  }
}

function objectRoute(section: string, key: string): Route {
  switch (section) {
    case 'migrations':
      return { page: 'migration', id: key };
    case 'vms':
      return { page: 'vm', id: key };
    case 'datacenters':
      return { page: 'datacenter', name: key };
    case 'clusters':
      return { page: 'cluster', name: key };
    default:
      return { page: 'unknown' };
  }
}

export const OVERVIEW = '#/';
export const AUDIT = '#/audit';
export const PEOPLE = '#/people';

export function migrationLink(id: string): string {
  return `#/migrations/${encodeURIComponent(id)}`;
}

/** @param id of the VM: a name may be that of several */
export function vmLink(id: string): string {
  return `#/vms/${encodeURIComponent(id)}`;
}

export function dataCenterLink(name: string): string {
  return `#/datacenters/${encodeURIComponent(name)}`;
}

export function clusterLink(name: string): string {
  return `#/clusters/${encodeURIComponent(name)}`;
}

export function goTo(link: string): void {
  window.location.hash = link;
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}
