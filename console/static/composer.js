/** Writing to a child: each message has a key of its own, stays visible until the service has it, and is sent again after a lost line. */

const SLOW_MS = 4000;
const pending = new Map();
const log = () => document.getElementById('log');

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isNearEnd() {
  const box = log();
  return box.scrollHeight - box.scrollTop - box.clientHeight < 120;
}

function toEnd() {
  const box = log();
  box.scrollTop = box.scrollHeight;
}

function showPending(key, words) {
  const copy = document.getElementById('pending-message').content.firstElementChild.cloneNode(true);
  copy.querySelector('.words').textContent = words;
  document.getElementById('pending')?.append(copy);
  const [sending, late] = copy.querySelectorAll('.from > span');
  const timer = setTimeout(() => { sending.hidden = true; late.hidden = false; }, SLOW_MS);
  pending.set(key, { copy, timer });
  toEnd();
}

/** What the service stored came back as a message with the same key: the copy goes. */
function settle() {
  for (const [key, { copy, timer }] of pending) {
    if (!document.querySelector(`#lines [data-key="${key}"]`)) continue;
    clearTimeout(timer);
    copy.remove();
    pending.delete(key);
  }
}

document.addEventListener('htmx:wsConfigSend', (event) => {
  if (event.target.id !== 'composer') return;
  const field = document.getElementById('words');
  const words = field.value.trim();
  if (!words) {
    event.preventDefault();
    return;
  }
  const key = newKey();
  event.detail.parameters = { op: 'send', csrf: event.target.elements.csrf.value, key, words };
  event.detail.headers = null;
  showPending(key, words);
  pending.get(key).body = JSON.stringify(event.detail.parameters);
  field.value = '';
  field.focus();
});

document.addEventListener('htmx:wsOpen', (event) => {
  if (!event.target.matches('[data-after]')) return;
  for (const { body } of pending.values()) event.detail.socketWrapper.send(body, null);
});

let follows = true;
document.addEventListener('htmx:wsBeforeMessage', () => { follows = Boolean(log()) && isNearEnd(); });
document.addEventListener('htmx:wsAfterMessage', () => {
  settle();
  if (follows) toEnd();
});

document.addEventListener('keydown', (event) => {
  if (event.target.id !== 'words' || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

toEnd();
document.getElementById('words')?.focus({ preventScroll: true });
