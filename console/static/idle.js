/** Hides words when nobody moved for a minute, and tells the service that somebody is here. */

const HIDE_MS = 60000;
const TELL_MS = 30000;
let movedAt = Date.now();
let toldAt = Date.now();

function moved() {
  movedAt = Date.now();
  delete document.documentElement.dataset.idle;
  document.getElementById('idle').hidden = true;
  if (movedAt - toldAt > TELL_MS) {
    toldAt = movedAt;
    document.querySelector('form.moved')?.dispatchEvent(new Event('moved'));
  }
}

for (const kind of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart']) {
  document.addEventListener(kind, moved, { passive: true });
}

setInterval(() => {
  if (Date.now() - movedAt < HIDE_MS) return;
  document.documentElement.dataset.idle = 'yes';
  document.getElementById('idle').hidden = false;
}, 1000);
