/** Live parts of a page: resume where the page stands, say when the line is lost, keep the focus, notice silence. */

const SILENT_MS = 12000;
const SESSION_OVER = 4401;
const NOT_YOURS = 4404;
const lastHeard = new Map();
let isLeaving = false;

/** Number of the newest message on the page, so that the service sends only what came after it. */
function newestSeq(owner) {
  const shown = [...document.querySelectorAll('#log [data-seq]')].map((one) => Number(one.dataset.seq));
  return Math.max(Number(owner.dataset.after), ...shown);
}

/** Adds where this page stands to the address of a conversation's line. */
function withPlace(address) {
  const url = new URL(address, location.href);
  const owner = document.querySelector('[data-after]');
  if (owner && url.pathname.includes('/conversations/')) {
    url.searchParams.set('after', newestSeq(owner));
    url.searchParams.set('stands', document.getElementById('answer').dataset.stands);
  }
  return url;
}

function showLine(isLost) {
  document.getElementById('line').hidden = !isLost;
}

function showWaiting() {
  const waiting = document.getElementById('queue')?.dataset.waiting ?? '0';
  const plain = document.title.replace(/^\(\d+\) /, '');
  document.title = waiting === '0' ? plain : `(${waiting}) ${plain}`;
}

window.htmx.createWebSocket = (address) => new WebSocket(withPlace(address));

document.addEventListener('htmx:wsOpen', (event) => {
  lastHeard.set(event.target, { at: Date.now(), line: event.detail.socketWrapper });
  showLine(false);
});

document.addEventListener('htmx:wsClose', (event) => {
  lastHeard.delete(event.target);
  if (isLeaving) return;
  if (event.detail.event.code === SESSION_OVER) {
    location.replace('/console/login?said=session_over');
  } else if (event.detail.event.code !== NOT_YOURS && event.target.isConnected) {
    showLine(true);
  }
});

let focused = '';
document.addEventListener('htmx:wsBeforeMessage', (event) => {
  const heard = lastHeard.get(event.target);
  if (heard) heard.at = Date.now();
  focused = document.activeElement?.id ?? '';
});

document.addEventListener('htmx:wsAfterMessage', () => {
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  showWaiting();
});

setInterval(() => {
  for (const heard of lastHeard.values()) {
    if (Date.now() - heard.at < SILENT_MS) continue;
    heard.at = Date.now();
    showLine(true);
    heard.line.reconnect();
  }
}, 3000);

window.addEventListener('beforeunload', () => { isLeaving = true; });
showWaiting();
