// What the child did and the server has not acknowledged. Kept for the tab, sent again after every reconnection;
// the same uuid twice has the effect of once.

import { keep, recall } from './store.js';

/** @typedef {{op: string, uuid: string} & Record<string, any>} Item */

/** @returns {string} */
function freshUuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Outside https there is no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export class Unsent {
  /** @param {(item: Item) => boolean} send */
  constructor(send) {
    this.send = send;
    /** @type {Item[]} */
    this.items = recall('unsent', []);
  }

  /**
   * Keep an act of the child and send it as soon as possible.
   * @param {{op: string} & Record<string, any>} act
   * @returns {Item}
   */
  add(act) {
    const item = { ...act, uuid: freshUuid() };
    this.items.push(item);
    keep('unsent', this.items);
    this.send(item);
    return item;
  }

  /**
   * Take an act out: it arrived, or it never will.
   * @param {string} uuid
   * @returns {Item | undefined}
   */
  remove(uuid) {
    const item = this.items.find((one) => one.uuid === uuid);
    if (item) {
      this.items = this.items.filter((one) => one !== item);
      keep('unsent', this.items);
    }
    return item;
  }

  /** Send everything again, oldest first. */
  resend() {
    for (const item of this.items) if (!this.send(item)) return;
  }

  /** Forget everything. */
  clear() {
    this.items = [];
    keep('unsent', this.items);
  }
}
