// @ts-check
/** 差し替え: swaps the live blocks of a page that changed, in place: scroll, focus, opened details and what is typed stay. */

import { glide } from './LiveGlide.razor.js';
import { keepPlace, twin } from './LivePlace.razor.js';

/** What the server sent for each block, before any script touched it. @type {WeakMap<Element, string>} */
const served = new WeakMap();

/** @param {ParentNode} root */
const liveBlocks = root => [...root.querySelectorAll('[data-live][id]')];

/** @param {Document} fresh */
export function swap(fresh) {
  document.title = fresh.title;
  const stale = liveBlocks(fresh).map(next => ({ old: document.getElementById(next.id), next }))
    .filter(({ old, next }) => old && served.get(old) !== next.outerHTML);
  if (stale.length > 0) keepPlace(() => {
    const changed = stale.map(({ old, next }) => exchange(/** @type {Element} */ (old), next));
    document.dispatchEvent(new CustomEvent('plan:swapped', { detail: { changed } }));
  });
}

/** @param {Element} old @param {Element} next */
function exchange(old, next) {
  served.set(next, next.outerHTML);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const opened = [...old.querySelectorAll('details')].map(d => d.open);
  const scrolled = [...old.querySelectorAll('[role="region"]')].map(r => r.scrollLeft);
  const incoming = document.adoptNode(next);
  old.replaceWith(incoming);
  incoming.querySelectorAll('details').forEach((d, i) => { if (i < opened.length) d.open = opened[i]; });
  incoming.querySelectorAll('[role="region"]').forEach((r, i) => { r.scrollLeft = scrolled[i] ?? 0; });
  for (const field of old.querySelectorAll('input, select, textarea')) keepTyped(field, twin(field, old, incoming));
  const focus = focused && twin(focused, old, incoming);
  if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
  glide(old, incoming);
  return incoming;
}

/** @param {Element} from @param {Element | null} to */
function keepTyped(from, to) {
  if (from instanceof HTMLInputElement && to instanceof HTMLInputElement) {
    if (from.checked !== from.defaultChecked) to.checked = from.checked;
    if (from.value !== from.defaultValue) to.value = from.value;
  } else if (from instanceof HTMLTextAreaElement && to instanceof HTMLTextAreaElement) {
    if (from.value !== from.defaultValue) to.value = from.value;
  } else if (from instanceof HTMLSelectElement && to instanceof HTMLSelectElement) {
    if ([...from.options].some(o => o.selected !== o.defaultSelected) && [...to.options].some(o => o.value === from.value)) to.value = from.value;
  }
}

/** A page whose blocks are others than ours (an indicator came or went) cannot be swapped piece by piece. @param {Document} fresh */
export const sameBlocks = fresh => liveBlocks(fresh).map(b => b.id).join() === liveBlocks(document).map(b => b.id).join();

export function rememberServed() {
  for (const block of liveBlocks(document)) served.set(block, block.outerHTML);
}
