// What each control of the page does. One listener for all: controls name their action in data-do.

import { byId, paragraphs } from './dom.js';
import { leave } from './leave.js';
import { askDelete, showPanel } from './sheet.js';
import { applyPrefs, prefer } from './way.js';

/**
 * @typedef {object} Parts
 * @property {import('./link.js').Link} link
 * @property {import('./talk.js').Talk} talk
 * @property {import('./unsent.js').Unsent} unsent
 * @property {import('./voice.js').Voice} voice
 * @property {{hearWelcome: boolean}} page
 */

/**
 * @param {Element} control
 * @returns {HTMLElement | null}
 */
const messageOf = (control) => control.closest('.msg');

/** @param {Element} control */
const seqOf = (control) => Number(messageOf(control)?.dataset.seq ?? 0);

/** @type {Record<string, (parts: Parts, control: HTMLElement) => void>} */
const doers = {
  leave: ({ link, talk, voice }, control) => leave(/** @type {HTMLAnchorElement} */ (control).href, () => {
    talk.rest();
    voice.stop();
    link.end();
  }),
  way: () => showPanel('way'),
  numbers: () => showPanel('numbers'),
  newest: ({ talk }) => talk.toNewest(),
  person: ({ unsent }) => once(unsent, 'person'),
  language: ({ unsent }, control) => void unsent.add({ op: 'language', tag: control.dataset.tag }),
  simple: (parts, control) => flip(parts, control),
  aloud: (parts, control) => flip(parts, control),
  size: (_, control) => choose({ size: control.dataset.value }),
  theme: (_, control) => choose({ theme: control.dataset.value }),
  hear: ({ voice }, control) => void voice.read(seqOf(control), isEasy(control)),
  hush: ({ voice }) => voice.stop(),
  'hear-welcome': ({ unsent, page }) => {
    page.hearWelcome = true;
    once(unsent, 'start');
  },
  simpler: ({ link, talk }, control) => {
    if (!showEasy(control, true)) link.send({ op: 'simpler', seq: seqOf(control) });
    talk.offerNewest(false);
  },
  'first-words': (_, control) => void showEasy(control, false),
  tap: ({ unsent, talk }, control) => {
    if (control.getAttribute('aria-disabled') === 'true') return;
    const item = unsent.add({ op: 'tap', seq: Number(control.dataset.seq), index: Number(control.dataset.index) });
    talk.addOutgoing(item.uuid, control.textContent ?? '');
  },
  delete: async ({ unsent }) => {
    if (await askDelete()) once(unsent, 'delete');
  },
};

/**
 * Ask for something that needs no second asking while the first is on its way.
 * @param {import('./unsent.js').Unsent} unsent
 * @param {string} op
 */
function once(unsent, op) {
  if (!unsent.items.some((item) => item.op === op)) unsent.add({ op });
  else unsent.resend();
}

/**
 * @param {Parts} parts
 * @param {HTMLElement} control
 */
function flip({ unsent }, control) {
  const on = control.getAttribute('aria-checked') !== 'true';
  control.setAttribute('aria-checked', String(on));
  unsent.add({ op: control.dataset.do ?? '', on });
}

/** @param {import('./way.js').Prefs} changed */
function choose(changed) {
  prefer(changed);
  applyPrefs();
}

/**
 * Return whether a message shows its easy words; null when it has no others.
 * @param {HTMLElement} control
 * @returns {boolean | null}
 */
function isEasy(control) {
  const message = messageOf(control);
  return message?.querySelector('[data-form="easy"]') ? message.classList.contains('easy') : null;
}

/**
 * Switch a message between its first and its easy words, if the easy ones are here.
 * @param {HTMLElement} control
 * @param {boolean} easy
 * @returns {boolean}
 */
function showEasy(control, easy) {
  const message = messageOf(control);
  if (!message?.querySelector('[data-form="easy"]')) return false;
  message.classList.toggle('easy', easy);
  for (const part of message.querySelectorAll('[data-form]')) {
    /** @type {HTMLElement} */ (part).hidden = (part.getAttribute('data-form') === 'easy') !== easy;
  }
  const [simpler, first] = ['simpler', 'first-words'].map((name) => /** @type {HTMLElement} */ (message.querySelector(`[data-do="${name}"]`)));
  const focused = message.contains(document.activeElement);
  simpler.hidden = easy;
  first.hidden = !easy;
  if (focused) (easy ? first : simpler).focus();
  return true;
}

export const actions = {
  /**
   * Listen to every control of the page.
   * @param {Parts} parts
   */
  listen(parts) {
    document.addEventListener('click', (event) => {
      const control = /** @type {Element} */ (event.target).closest('[data-do]');
      if (!(control instanceof HTMLElement)) return;
      if (control instanceof HTMLAnchorElement) event.preventDefault();
      doers[control.dataset.do ?? '']?.(parts, control);
    });
  },

  /**
   * Put the easy words of a message beside its first ones and show them.
   * @param {import('./talk.js').Talk} talk
   * @param {import('./link.js').Frame} frame
   */
  showSimpler(talk, frame) {
    const message = talk.log.querySelector(`[data-seq="${frame.seq}"]`);
    const words = message?.querySelector('.words');
    if (!message || !words || message.querySelector('[data-form="easy"]')) return;
    for (const part of words.children) /** @type {HTMLElement} */ (part).dataset.form = 'first';
    const easy = paragraphs(frame.text);
    for (const part of easy) part.dataset.form = 'easy';
    words.append(...easy);
    showEasy(/** @type {HTMLElement} */ (words), true);
  },
};
