// Finding and copying elements. Words stand in the page, in the child's language; scripts hold none.

/**
 * Return the element with an id that the page always has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

/**
 * Return a copy of a <template>'s content.
 * @param {string} id
 * @returns {DocumentFragment}
 */
export function copyOf(id) {
  const template = /** @type {HTMLTemplateElement} */ (byId(id));
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}

/**
 * Return a sentence that waits in the page, such as `page_lost`.
 * @param {string} name
 * @returns {string}
 */
export function sentence(name) {
  const words = /** @type {HTMLTemplateElement} */ (byId('words')).content;
  return words.querySelector(`[data-t="${name}"]`)?.textContent ?? '';
}

/**
 * Return one paragraph for each line. Our own sentences have the direction of their language, also when a name in other
 * letters stands first; what people write finds its own.
 * @param {string} text
 * @param {string} [dir]
 * @returns {HTMLParagraphElement[]}
 */
export function paragraphs(text, dir = 'auto') {
  return text.split('\n').filter((line) => line.trim()).map((line) => {
    const paragraph = document.createElement('p');
    paragraph.dir = dir;
    paragraph.textContent = line;
    return paragraph;
  });
}

/**
 * Show text wherever the page has a slot of this name.
 * @param {string} name
 * @param {string} text
 */
export function fill(name, text) {
  for (const slot of document.querySelectorAll(`[data-slot="${name}"]`)) {
    if (slot.textContent !== text) slot.textContent = text;
  }
}
