// The field to write in. What the child wrote leaves it only when it is safely kept.

import { byId, sentence } from './dom.js';
import { keep, recall } from './store.js';

const MAX_CHARS = 4000;
const LARGE_CHARS = 30000;

/**
 * Return the sentence for a text that cannot be sent, or nothing.
 * @param {string} text
 * @returns {string}
 */
function complaintAbout(text) {
  if (!text.replace(/[\s\p{Cf}\p{Cc}]/gu, '')) return 'page_error_empty';
  if (text.length > LARGE_CHARS) return 'page_error_too_large';
  if ([...text].length > MAX_CHARS) return 'page_error_too_long';
  return '';
}

export class Composer {
  /** @param {(text: string) => void} send */
  constructor(send) {
    this.send = send;
    this.field = /** @type {HTMLTextAreaElement} */ (byId('write'));
    this.set(recall('draft', ''));
    this.field.addEventListener('input', () => {
      this.set(this.field.value);
      say('');
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.submit();
      }
    });
    byId('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  submit() {
    const text = this.field.value.trim();
    const complaint = complaintAbout(text);
    if (complaint) {
      say(sentence(complaint));
      return;
    }
    this.send(text);
    this.set('');
    say('');
  }

  /**
   * Put back what could not be sent, before what the child writes now.
   * @param {string} text
   */
  giveBack(text) {
    this.set(this.field.value ? `${text}\n${this.field.value}` : text);
  }

  /**
   * Show a text and keep it. An empty field follows the page's direction, a written one its words'.
   * @param {string} text
   */
  set(text) {
    if (this.field.value !== text) this.field.value = text;
    this.field.dir = text ? 'auto' : '';
    keep('draft', text);
  }
}

let lasting = '';

/**
 * Say something that the child must notice, seen and spoken. Nothing said: back to what still holds.
 * @param {string} text
 */
export function say(text) {
  const alert = byId('alert');
  const shown = text || lasting;
  if (alert.textContent !== shown) alert.textContent = shown;
}

/**
 * Say something that holds until it is taken back with an empty text.
 * @param {string} text
 */
export function sayUntilOver(text) {
  lasting = text;
  say('');
}

/**
 * Say something in passing.
 * @param {string} text
 */
export function mention(text) {
  const status = byId('status');
  status.textContent = text;
  setTimeout(() => {
    if (status.textContent === text) status.textContent = '';
  }, 6000);
}
