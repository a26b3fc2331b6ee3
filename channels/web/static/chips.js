// Tappable answers. After the child answered they stay readable, with the chosen one marked.

import { copyOf } from './dom.js';

/** @typedef {import('./link.js').Frame} Frame */

/**
 * @param {Frame} frame a message with buttons
 * @returns {HTMLElement}
 */
export function chipsFor(frame) {
  const group = /** @type {HTMLElement} */ (copyOf('tpl-chips').firstElementChild);
  group.dataset.open = '';
  group.lang = frame.lang;
  for (const button of frame.buttons) {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.dir = 'auto';
    chip.dataset.do = 'tap';
    chip.dataset.seq = String(frame.seq);
    chip.dataset.index = String(button.index);
    chip.className = button.quiet ? 'quiet' : '';
    chip.textContent = button.label;
    group.append(chip);
  }
  return group;
}

/**
 * Close the answers above a child's message. A closed answer can still be reached and read.
 * @param {HTMLElement} log
 * @param {Frame} frame the child's message
 */
export function answered(log, frame) {
  for (const group of log.querySelectorAll('[data-open]')) {
    /** @type {HTMLElement} */ (group).removeAttribute('data-open');
    for (const chip of group.querySelectorAll('button')) {
      chip.setAttribute('aria-disabled', 'true');
      if (frame.kind === 'tap' && chip.textContent === frame.text) {
        chip.classList.add('chosen');
        chip.prepend(copyOf('tpl-chosen'));
      }
    }
  }
}
