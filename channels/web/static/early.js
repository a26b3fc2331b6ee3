// Runs before the first paint, so that chosen colours and letters do not flash.
(() => {
  try {
    const chosen = JSON.parse(sessionStorage.getItem('prefs') || '{}');
    const root = document.documentElement.dataset;
    if (chosen.theme && chosen.theme !== 'device') root.theme = chosen.theme;
    if (chosen.size && chosen.size !== '1') root.reader = chosen.size;
  } catch {
    // A browser that keeps nothing shows the page as the device wants it.
  }
})();
