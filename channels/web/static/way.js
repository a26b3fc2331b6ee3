// My way: letters and colours (kept in this tab), and how the conversation stands.

import { byId, fill } from './dom.js';
import { keep, recall } from './store.js';
import { initialOf } from './talk.js';

/** @typedef {{size?: string, theme?: string, country?: string}} Prefs */

/** @returns {Prefs} */
export function prefs() {
  return recall('prefs', {});
}

/**
 * Remember a preference for this tab.
 * @param {Prefs} changed
 */
export function prefer(changed) {
  keep('prefs', { ...prefs(), ...changed });
}

/** Show letters and colours as chosen. */
export function applyPrefs() {
  const { size = '1', theme = 'device' } = prefs();
  const root = document.documentElement.dataset;
  if (size === '1') delete root.reader;
  else root.reader = size;
  if (theme === 'device') delete root.theme;
  else root.theme = theme;
  for (const [kind, value] of [['size', size], ['theme', theme]]) {
    for (const button of document.querySelectorAll(`[data-do="${kind}"]`)) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-value') === value));
    }
  }
}

/**
 * Show the numbers of a country.
 * @param {string} code
 */
export function showCountry(code) {
  const select = /** @type {HTMLSelectElement} */ (byId('country'));
  if (select.querySelector(`[value="${CSS.escape(code)}"]`)) select.value = code;
  for (const block of document.querySelectorAll('[data-country]')) {
    block.classList.toggle('shown', block.getAttribute('data-country') === select.value);
  }
}

/**
 * Show who has the conversation and how the child wants it.
 * @param {import('./link.js').Frame} frame
 */
export function showState(frame) {
  document.documentElement.dataset.state = frame.state;
  fill('title', frame.title);
  fill('detail', frame.detail);
  fill('place', frame.place);
  fill('initial', initialOf(frame.person ?? ''));
  for (const mode of ['simple', 'aloud']) {
    for (const one of document.querySelectorAll(`[role="switch"][data-do="${mode}"]`)) {
      one.setAttribute('aria-checked', String(frame[mode]));
    }
  }
}
