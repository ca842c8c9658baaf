// @ts-check
/** 差し替え: swaps the live blocks of a page that changed, in place: scroll, focus and opened details stay. */

import { glide } from './LiveGlide.razor.js';

/** What the server sent for each block, before any script touched it. @type {WeakMap<Element, string>} */
const served = new WeakMap();

/** @param {ParentNode} root */
const liveBlocks = root => [...root.querySelectorAll('[data-live][id]')];

/** @param {Document} fresh */
export function swap(fresh) {
  const changed = [];
  for (const next of liveBlocks(fresh)) {
    const old = document.getElementById(next.id);
    if (!old || served.get(old) === next.outerHTML) continue;
    served.set(next, next.outerHTML);
    const at = [...old.querySelectorAll('*')].indexOf(/** @type {Element} */ (document.activeElement));
    const opened = [...old.querySelectorAll('details')].map(d => d.open);
    const scrolled = [...old.querySelectorAll('[role="region"]')].map(r => r.scrollLeft);
    const incoming = document.adoptNode(next);
    old.replaceWith(incoming);
    incoming.querySelectorAll('details').forEach((d, i) => { if (i < opened.length) d.open = opened[i]; });
    incoming.querySelectorAll('[role="region"]').forEach((r, i) => { r.scrollLeft = scrolled[i] ?? 0; });
    const focused = at < 0 ? null : incoming.querySelectorAll('*')[at]; // the same page in the same shape: the same place
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    glide(old, incoming);
    changed.push(incoming);
  }
  document.title = fresh.title;
  if (changed.length > 0) document.dispatchEvent(new CustomEvent('plan:swapped', { detail: { changed } }));
}

/** A page whose blocks are others than ours (an indicator came or went) cannot be swapped piece by piece. @param {Document} fresh */
export const sameBlocks = fresh => liveBlocks(fresh).map(b => b.id).join() === liveBlocks(document).map(b => b.id).join();

export function rememberServed() {
  for (const block of liveBlocks(document)) served.set(block, block.outerHTML);
}
