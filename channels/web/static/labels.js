// Changes the page's own words in place: the same page in another language lends its words, nothing else is redrawn.

import { byId } from './dom.js';

const ATTRIBUTES = /** @type {const} */ ([['data-l', 'aria-label'], ['data-p', 'placeholder']]);

/**
 * @param {Document} page
 * @returns {(Document | DocumentFragment)[]}
 */
function rootsOf(page) {
  return [page, ...[...page.querySelectorAll('template')].map((template) => template.content)];
}

/**
 * Fetch the page in another language. As a document, because no text is ever turned into markup here.
 * @param {string} tag
 * @param {boolean} simple
 * @returns {Promise<Document | null>}
 */
function fetchPage(tag, simple) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', `/?lang=${encodeURIComponent(tag)}${simple ? '&simple=1' : ''}`);
    request.responseType = 'document';
    request.onload = () => resolve(request.status === 200 ? request.responseXML : null);
    request.onerror = () => resolve(null);
    request.send();
  });
}

/**
 * Speak a language, in usual or easy words. Without a connection the page stays as it is.
 * @param {string} tag
 * @param {boolean} simple
 * @returns {Promise<boolean>} whether the words changed
 */
export async function speak(tag, simple) {
  const page = await fetchPage(tag, simple);
  if (!page) return false;
  /** @type {Map<string, string>} */
  const words = new Map();
  for (const root of rootsOf(page)) {
    for (const one of root.querySelectorAll('[data-t]')) words.set(`data-t ${one.getAttribute('data-t')}`, one.textContent ?? '');
    for (const [key, name] of ATTRIBUTES) {
      for (const one of root.querySelectorAll(`[${key}]`)) words.set(`${key} ${one.getAttribute(key)}`, one.getAttribute(name) ?? '');
    }
  }
  for (const root of rootsOf(document)) lend(root, words);
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  showLanguage(tag);
  return true;
}

/**
 * @param {Document | DocumentFragment} root
 * @param {Map<string, string>} words
 */
function lend(root, words) {
  for (const one of root.querySelectorAll('[data-t]')) {
    const text = words.get(`data-t ${one.getAttribute('data-t')}`);
    if (text !== undefined && one.textContent !== text) one.textContent = text;
  }
  for (const [key, name] of ATTRIBUTES) {
    for (const one of root.querySelectorAll(`[${key}]`)) one.setAttribute(name, words.get(`${key} ${one.getAttribute(key)}`) ?? '');
  }
}

/**
 * Mark the chosen language.
 * @param {string} tag
 */
export function showLanguage(tag) {
  for (const one of byId('way').querySelectorAll('[data-tag]')) {
    one.setAttribute('aria-pressed', String(one.getAttribute('data-tag') === tag));
  }
  for (const one of document.querySelectorAll('#languages [data-tag]')) {
    if (one.getAttribute('data-tag') === tag) one.setAttribute('aria-current', 'true');
    else one.removeAttribute('aria-current');
  }
}
