// Puts the parts of the page together.

import { actions } from './actions.js';
import { Composer, mention, say, sayUntilOver } from './composer.js';
import { byId, sentence } from './dom.js';
import { Link } from './link.js';
import { speak } from './labels.js';
import { watchRoom } from './sheet.js';
import { keep, recall, wipe } from './store.js';
import { Talk } from './talk.js';
import { Unsent } from './unsent.js';
import { Voice } from './voice.js';
import { applyPrefs, prefer, prefs, showCountry, showState } from './way.js';

/** @typedef {import('./link.js').Frame} Frame */

const talk = new Talk();
const page = { session: /** @type {string | null} */ (recall('session', null)), quietUntil: 0, simple: false, hearWelcome: false, toldCountry: false };

const link = new Link({
  hello: () => ({ session: page.session, last_seq: talk.last, language: document.documentElement.lang }),
  frame: (frame) => handlers[frame.op]?.(frame),
  turn: (up) => {
    talk.markOutgoing(!up);
    sayUntilOver(up ? '' : sentence('page_lost'));
    if (up) mention(sentence('page_back'));
  },
});
const unsent = new Unsent((item) => link.send(item));
const voice = new Voice({
  session: () => page.session,
  show: (seq, playing) => {
    const article = talk.log.querySelector(`.msg[data-seq="${seq}"]`);
    article?.classList.toggle('playing', playing);
    const [hear, hush] = ['hear', 'hush'].map((name) => /** @type {HTMLElement | null} */ (article?.querySelector(`[data-do="${name}"]`)));
    if (!hear || !hush) return;
    const focused = document.activeElement === hear || document.activeElement === hush;
    hear.hidden = playing;
    hush.hidden = !playing;
    if (focused) (playing ? hush : hear).focus();
  },
  fail: () => say(sentence('page_error_voice')),
});
const composer = new Composer((text) => {
  const item = unsent.add({ op: 'words', text });
  talk.addOutgoing(item.uuid, text);
  if (link.lost) talk.markOutgoing(true);
});

/** @type {Record<string, (frame: Frame) => void>} */
const handlers = {
  ready(frame) {
    page.session = frame.session;
    keep('session', frame.session);
    page.quietUntil = talk.last === 0 ? frame.last_seq : 0;
    talk.hush(page.quietUntil > 0);
    takeState(frame);
    unsent.resend();
  },
  message(frame) {
    const isNew = talk.add(frame);
    if (frame.uuid) unsent.remove(frame.uuid);
    const isOld = frame.seq <= page.quietUntil;
    if (page.quietUntil && frame.seq >= page.quietUntil) setTimeout(() => talk.hush(false), 500);
    if (isNew && frame.play && !isOld) voice.add(frame.seq);
    if (page.hearWelcome && frame.name === 'utter_welcome') voice.read(frame.seq);
    if (frame.name === 'utter_welcome') page.hearWelcome = false;
  },
  state: (frame) => takeState(frame),
  ack: (frame) => unsent.remove(frame.uuid),
  simpler: (frame) => actions.showSimpler(talk, frame),
  error(frame) {
    if (frame.code === 'future_seq') talk.clear();
    say(frame.text);
    if (frame.retry_ms) setTimeout(() => unsent.resend(), frame.retry_ms);
    else if (frame.uuid) giveUp(unsent.remove(frame.uuid));
  },
  erased() {
    const wasOpen = link.ready;
    voice.stop();
    talk.clear();
    page.session = null;
    if (wasOpen) {
      unsent.clear();
      composer.set('');
      wipe('prefs');
      link.renew();
    } else {
      keep('session', null);
      showUnsent();
    }
    page.simple = false;
    speak(document.documentElement.lang, false).then(() => mention(sentence('page_deleted')));
  },
};

/** @param {Frame} frame */
function takeState(frame) {
  const follow = talk.isAtEnd();
  showState(frame);
  if (follow) talk.toNewest();
  const root = document.documentElement;
  if (frame.language !== root.lang || frame.simple !== page.simple) {
    page.simple = frame.simple;
    speak(frame.language, frame.simple);
  }
  if (frame.country) showCountry(frame.country);
  else if (talk.last && prefs().country && !page.toldCountry) {
    page.toldCountry = true;
    unsent.add({ op: 'country', code: prefs().country });
  }
}

/** @param {import('./unsent.js').Item | undefined} item */
function giveUp(item) {
  if (!item) return;
  talk.removeOutgoing(item.uuid);
  if (item.op === 'words') composer.giveBack(item.text);
}

/** Show again what was not sent before a reload. */
function showUnsent() {
  for (const item of unsent.items) {
    if (item.op === 'words') talk.addOutgoing(item.uuid, item.text);
  }
}

actions.listen({ link, talk, unsent, voice, page });
byId('country').addEventListener('change', (event) => {
  const code = /** @type {HTMLSelectElement} */ (event.target).value;
  showCountry(code);
  prefer({ country: code });
  if (talk.last && code) unsent.add({ op: 'country', code });
});
applyPrefs();
showCountry(prefs().country ?? /** @type {HTMLSelectElement} */ (byId('country')).value);
watchRoom();
showUnsent();
link.open();
