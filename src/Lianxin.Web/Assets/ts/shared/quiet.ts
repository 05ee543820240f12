/** Reads a page of this site because the open page wants to know, not because somebody asked: no session lives longer for it, and nothing that waits to be said is used up. */
export function quiet(address: string): Promise<Response | null> {
  return fetch(address, { headers: { Accept: 'text/html', 'X-Asked-By': 'page' } }).catch(() => null);
}
