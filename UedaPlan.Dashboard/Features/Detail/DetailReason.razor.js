// @ts-check
/** なぜの行き先: an address that ends in #why opens the reason; not every browser unfolds by itself what an address names. */

function unfold() {
  const named = document.getElementById(location.hash.slice(1));
  const folded = named?.closest('details:not([open])');
  if (!folded) return;
  folded.setAttribute('open', '');
  named?.scrollIntoView();
}

unfold();
addEventListener('hashchange', unfold);
