// Answers for the pages of phone numbers: from the network, and without one from what was kept when they were opened.

/** @type {any} */
const worker = self;

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(request) {
  const kept = await caches.open('numbers');
  try {
    return await fetch(request);
  } catch (error) {
    const found = (await kept.match(request, { ignoreVary: true })) ?? (await kept.match(request, { ignoreVary: true, ignoreSearch: true }));
    if (found) return found;
    throw error;
  }
}
