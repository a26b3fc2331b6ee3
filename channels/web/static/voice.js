// Reading a message aloud: fetched for this session only, played from memory, kept nowhere.

/**
 * @typedef {object} Reader
 * @property {() => string | null} session
 * @property {(seq: number, playing: boolean) => void} show
 * @property {() => void} fail
 */

export class Voice {
  /** @param {Reader} reader */
  constructor(reader) {
    this.reader = reader;
    /** @type {HTMLAudioElement | null} */
    this.audio = null;
    /** @type {{seq: number, simple: boolean | null}[]} */
    this.queue = [];
    this.seq = 0;
    this.round = 0;
  }

  /**
   * Read one message now.
   * @param {number} seq
   * @param {boolean | null} simple easy words, first words, or as the message is
   */
  async read(seq, simple = null) {
    this.stop();
    const round = ++this.round;
    this.seq = seq;
    this.reader.show(seq, true);
    try {
      const asked = simple === null ? '' : `?simple=${simple ? 1 : 0}`;
      const answer = await fetch(`/voice/${seq}${asked}`, { headers: { 'X-Session': this.reader.session() ?? '' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const url = URL.createObjectURL(await answer.blob());
      if (round !== this.round) return URL.revokeObjectURL(url);
      this.audio = new Audio(url);
      this.audio.onended = () => this.next();
      await this.audio.play();
    } catch {
      if (round !== this.round) return;
      this.stop();
      this.reader.fail();
    }
  }

  /**
   * Read a new message after those that are being read.
   * @param {number} seq
   */
  add(seq) {
    if (!this.seq) this.read(seq);
    else this.queue.push({ seq, simple: null });
  }

  next() {
    const [following, ...rest] = this.queue;
    this.stop();
    if (!following) return;
    this.read(following.seq, following.simple);
    this.queue = rest;
  }

  /** Be silent at once. */
  stop() {
    this.round += 1;
    this.queue = [];
    if (this.audio) {
      this.audio.pause();
      URL.revokeObjectURL(this.audio.src);
      this.audio.removeAttribute('src');
    }
    this.audio = null;
    if (this.seq) this.reader.show(this.seq, false);
    this.seq = 0;
  }
}
