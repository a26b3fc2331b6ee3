// What this tab remembers, and nothing else: no cookie, no address, gone with the tab.

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * Keep a value for this tab.
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // Full or forbidden: memory holds it until the page closes.
  }
}

/**
 * Return a kept value, or the fallback.
 * @template T
 * @param {string} name
 * @param {T} fallback
 * @returns {T}
 */
export function recall(name, fallback) {
  try {
    const text = memory.get(name) ?? sessionStorage.getItem(name);
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}

/**
 * Forget everything but what is named.
 * @param {...string} spared
 */
export function wipe(...spared) {
  const kept = spared.map((name) => /** @type {const} */ ([name, recall(name, null)]));
  memory.clear();
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept there.
  }
  for (const [name, value] of kept) if (value !== null) keep(name, value);
}
