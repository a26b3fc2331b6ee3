// The conversation on the screen. The log only ever grows: nothing in it is drawn again, so nothing is spoken twice.

import { answered, chipsFor } from './chips.js';
import { byId, copyOf, paragraphs } from './dom.js';

/** @typedef {import('./link.js').Frame} Frame */

const NEAR_PX = 120;

export class Talk {
  constructor() {
    this.log = byId('log');
    this.outgoing = byId('outgoing');
    this.stream = byId('stream');
    this.last = 0;
    this.first = [...this.log.children];
    this.end = byId('end');
    this.pinned = true;
    this.over = new AbortController();
    document.addEventListener('scroll', () => this.look(), { capture: true, passive: true, signal: this.over.signal });
    this.room = new ResizeObserver(() => this.pinned && this.toNewest());
    for (const one of [this.stream, this.log, this.outgoing]) this.room.observe(one);
  }

  /**
   * Show a message of the server; one that is here already changes nothing.
   * @param {Frame} frame
   * @returns {boolean} whether it was new
   */
  add(frame) {
    if (frame.seq <= this.last) return false;
    const follow = this.isAtEnd() || frame.from === 'child';
    this.last = frame.seq;
    document.documentElement.dataset.talk = '';
    if (frame.from === 'child') {
      this.outgoing.querySelector(`[data-uuid="${frame.uuid}"]`)?.remove();
      answered(this.log, frame);
    }
    const article = frame.from === 'note' ? noteOf(frame) : articleOf(frame);
    if (frame.name === 'utter_welcome' && byId('languages').previousElementSibling?.id === 'welcome') this.replaceWelcome(article);
    else this.log.append(article);
    if (frame.buttons.length) this.log.append(chipsFor(frame));
    if (follow) this.toNewest();
    else this.offerNewest(true);
    return true;
  }

  /**
   * Put the robot's stored welcome where the page's own stood.
   * @param {HTMLElement} article
   */
  replaceWelcome(article) {
    const own = byId('welcome');
    const hadFocus = own.contains(document.activeElement);
    own.replaceWith(article);
    if (hadFocus) /** @type {HTMLElement | null} */ (article.querySelector('[data-do="hear"]'))?.focus();
  }

  /**
   * Show what is on its way, below the log: it joins the log when the server has it.
   * @param {string} uuid
   * @param {string} text
   */
  addOutgoing(uuid, text) {
    const copy = copyOf('tpl-outgoing');
    const item = /** @type {HTMLElement} */ (copy.firstElementChild);
    item.dataset.uuid = uuid;
    item.querySelector('.words')?.append(...paragraphs(text));
    this.outgoing.append(copy);
    document.documentElement.dataset.talk = '';
    this.toNewest();
  }

  /** @param {string} uuid */
  removeOutgoing(uuid) {
    this.outgoing.querySelector(`[data-uuid="${uuid}"]`)?.remove();
  }

  /**
   * Say under each waiting message that it is kept, or stop saying so.
   * @param {boolean} waiting
   */
  markOutgoing(waiting) {
    for (const note of this.outgoing.querySelectorAll('.from')) /** @type {HTMLElement} */ (note).hidden = !waiting;
  }

  /** Start again from the first view. */
  clear() {
    this.last = 0;
    delete document.documentElement.dataset.talk;
    this.outgoing.replaceChildren();
    this.log.replaceChildren(...this.first);
  }

  /** Follow nothing any more: the page is being left. */
  rest() {
    this.over.abort();
    this.room.disconnect();
  }

  /**
   * While a page is filled after a reload, nothing is spoken: the child has heard it.
   * @param {boolean} quiet
   */
  hush(quiet) {
    this.log.setAttribute('aria-live', quiet ? 'off' : 'polite');
  }

  /** Note whether the newest message is in view: then it stays so when the window or the keyboard changes. */
  look() {
    this.pinned = this.isAtEnd();
    if (this.pinned) this.offerNewest(false);
  }

  /** The talk scrolls in its own box, or with the whole page on small and magnified screens. */
  isAtEnd() {
    const bottom = Math.min(this.stream.getBoundingClientRect().bottom, innerHeight);
    return this.end.getBoundingClientRect().top < bottom + NEAR_PX;
  }

  toNewest() {
    this.end.scrollIntoView({ block: 'end' });
    this.pinned = true;
    this.offerNewest(false);
  }

  /** @param {boolean} offered */
  offerNewest(offered) {
    byId('newest').hidden = !offered;
  }
}

/**
 * @param {Frame} frame
 * @returns {HTMLElement}
 */
function noteOf(frame) {
  const note = document.createElement('div');
  note.className = 'note';
  const words = document.createElement('div');
  words.lang = frame.lang;
  words.append(...paragraphs(frame.text, frame.dir));
  note.append(words);
  return note;
}

/**
 * @param {Frame} frame
 * @returns {HTMLElement}
 */
function articleOf(frame) {
  const article = /** @type {HTMLElement} */ (copyOf('tpl-message').firstElementChild);
  article.classList.add(frame.from);
  article.dataset.seq = String(frame.seq);
  article.querySelector('.from')?.append(copyOf(`tpl-from-${frame.from}`));
  if (frame.from === 'person') nameIn(article, frame.author ?? '');
  const words = /** @type {HTMLElement} */ (article.querySelector('.words'));
  words.lang = frame.lang;
  words.append(...paragraphs(frame.text, frame.from === 'robot' ? frame.dir : 'auto'));
  for (const button of article.querySelectorAll('button')) {
    const wanted = { hear: frame.voice, hush: frame.voice, simpler: frame.simpler, 'first-words': frame.simpler };
    if (!wanted[/** @type {keyof wanted} */ (button.dataset.do)]) button.remove();
    else button.hidden = ['hush', 'first-words'].includes(button.dataset.do ?? '');
  }
  const help = article.querySelector('.help');
  if (!help?.childElementCount) help?.remove();
  return article;
}

/**
 * @param {HTMLElement} article
 * @param {string} name
 */
function nameIn(article, name) {
  const [face, bold] = [article.querySelector('.face'), article.querySelector('b')];
  if (face) face.textContent = initialOf(name);
  if (bold) bold.textContent = name;
}

/**
 * @param {string} name
 * @returns {string}
 */
export function initialOf(name) {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '';
}
