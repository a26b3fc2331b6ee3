// The connection: says hello, hands over frames, and comes back by itself. Protocol: docs/protocol.md.

const VERSION = 1;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15000;
const GRACE_MS = 2000;

/**
 * @typedef {Record<string, any> & {op: string}} Frame
 * @typedef {object} Ear
 * @property {() => {session: string | null, last_seq: number, language: string}} hello what the first frame says
 * @property {(frame: Frame) => void} frame called for each frame of the server
 * @property {(up: boolean) => void} turn called when the connection is really lost, and when it is back
 */

export class Link {
  /** @param {Ear} ear */
  constructor(ear) {
    this.ear = ear;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.waitMs = FIRST_WAIT_MS;
    this.ready = false;
    this.lost = false;
    this.ended = false;
    this.retry = 0;
    this.grace = 0;
    addEventListener('online', () => this.hurry());
    addEventListener('offline', () => this.miss());
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
  }

  /** Connect, unless a connection is there or on its way. */
  open() {
    clearTimeout(this.retry);
    if (this.ended || this.socket) return;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/ws`);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ op: 'hello', v: VERSION, ...this.ear.hello() }));
    socket.onmessage = (event) => this.take(JSON.parse(event.data));
    socket.onclose = () => this.drop(socket);
  }

  /**
   * Send a frame; false when there is nobody to send it to.
   * @param {Frame} frame
   */
  send(frame) {
    if (!this.ready || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** End it for good, without waiting for anybody. */
  end() {
    this.ended = true;
    clearTimeout(this.retry);
    this.socket?.close();
  }

  /** @param {Frame} frame */
  take(frame) {
    if (this.ended) return;
    if (frame.op === 'ready') {
      this.ready = true;
      this.waitMs = FIRST_WAIT_MS;
      clearTimeout(this.grace);
      this.grace = 0;
      if (this.lost) this.ear.turn(true);
      this.lost = false;
    }
    this.ear.frame(frame);
  }

  /** @param {WebSocket} socket */
  drop(socket) {
    if (this.socket !== socket) return;
    this.socket = null;
    this.ready = false;
    if (this.ended) return;
    if (!this.grace) this.grace = setTimeout(() => this.miss(), GRACE_MS);
    this.retry = setTimeout(() => this.open(), this.waitMs * (0.75 + Math.random() / 2));
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  /** Tell that the connection is lost, once. */
  miss() {
    if (this.ready && navigator.onLine) return;
    if (!this.lost && !this.ended) this.ear.turn(false);
    this.lost = true;
  }

  /** Try now; a connection that was given up for lost is not waited for. */
  hurry() {
    this.waitMs = FIRST_WAIT_MS;
    if (this.lost) this.renew();
    this.open();
  }

  /** Let go of the connection; a new one follows with a new hello. */
  renew() {
    const socket = this.socket;
    socket?.close();
    if (socket) this.drop(socket);
  }
}
