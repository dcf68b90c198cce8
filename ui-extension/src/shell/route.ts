import { useSyncExternalStore } from 'react';

/** Where in the page one is. Routes live in the URL's fragment, so the server needs to know nothing of them. */
export type Route =
  { readonly page: 'overview' } | { readonly page: 'migration'; readonly id: string } | { readonly page: 'unknown' };

export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').filter(Boolean);
  if (parts.length === 0) {
    return { page: 'overview' };
  }
  const [section, id] = parts;
  return section === 'migrations' && id !== undefined && parts.length === 2
    ? { page: 'migration', id: decodeURIComponent(id) }
    : { page: 'unknown' };
}

export const OVERVIEW = '#/';

export function migrationLink(id: string): string {
  return `#/migrations/${encodeURIComponent(id)}`;
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
