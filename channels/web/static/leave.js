// Leave fast: blank first, then everything else. It never waits and works without a connection.

import { byId, sentence } from './dom.js';
import { wipe } from './store.js';

/**
 * @param {string} url where to go
 * @param {() => void} hush what must be silent and still
 */
export function leave(url, hush) {
  const veil = byId('veil');
  veil.textContent = sentence('page_leaving');
  veil.hidden = false;
  document.body.replaceChildren(veil);
  hush();
  wipe();
  location.replace(url);
}
