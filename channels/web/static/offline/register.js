// Keep the pages of phone numbers that were opened, for when there is no network; forget them on the way out.

const leave = document.getElementById('leave');

if ('serviceWorker' in navigator) {
  keep();
  leave?.addEventListener('click', forget);
}

async function keep() {
  try {
    await navigator.serviceWorker.register(trusted('/numbers/offline.js'), { scope: '/numbers' });
    await navigator.serviceWorker.ready;
    const files = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '');
    const kept = await caches.open('numbers');
    await kept.addAll([location.pathname + location.search, ...files]);
    const note = document.getElementById('kept');
    if (note) note.hidden = false;
  } catch {
    // A browser that keeps nothing, or a network that is gone: the page works all the same.
  }
}

/**
 * Return our own address in the form that the page's policy asks for, where the browser knows of it.
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  const types = /** @type {any} */ (window).trustedTypes;
  return types ? types.createPolicy('offline', { createScriptURL: (/** @type {string} */ one) => one }).createScriptURL(address) : address;
}

async function forget() {
  await Promise.allSettled([
    caches.delete('numbers'),
    navigator.serviceWorker.getRegistration('/numbers').then((one) => one?.unregister()),
  ]);
}
