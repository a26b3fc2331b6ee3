// Shows a panel: beside the talk where there is room, else in a dialog.

import { byId } from './dom.js';

/** @type {Comment | null} */
let home = null;

/**
 * Bring a panel to the child.
 * @param {string} id of the panel
 */
export function showPanel(id) {
  const panel = byId(id);
  const heading = /** @type {HTMLElement} */ (panel.querySelector('h2'));
  if (panel.checkVisibility?.() ?? panel.offsetParent !== null) {
    panel.scrollIntoView({ block: 'nearest' });
    heading.focus();
    return;
  }
  const sheet = /** @type {HTMLDialogElement} */ (byId('sheet'));
  putBack();
  home = document.createComment('');
  panel.replaceWith(home);
  byId('sheet-body').append(panel);
  sheet.setAttribute('aria-labelledby', heading.id);
  sheet.showModal();
  heading.focus();
}

/** Return the panel to its place. */
function putBack() {
  const panel = byId('sheet-body').firstElementChild;
  if (panel && home) home.replaceWith(panel);
  home = null;
}

/** Close the dialog when the window grows: the panel has its own place then. */
export function watchRoom() {
  const sheet = /** @type {HTMLDialogElement} */ (byId('sheet'));
  sheet.addEventListener('close', putBack);
  matchMedia('(min-width: 56em) and (min-height: 32.01em)').addEventListener('change', () => sheet.open && sheet.close());
}

/**
 * Ask before deleting.
 * @returns {Promise<boolean>}
 */
export function askDelete() {
  const confirm = /** @type {HTMLDialogElement} */ (byId('confirm'));
  confirm.returnValue = 'no';
  confirm.showModal();
  return new Promise((resolve) => {
    confirm.addEventListener('close', () => resolve(confirm.returnValue === 'yes'), { once: true });
  });
}
