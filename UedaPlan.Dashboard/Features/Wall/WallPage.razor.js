// @ts-check
/** 壁面: the one clockwork of the wall; whatever is due is looked at every second, so that nothing piles up over weeks. */

import { sayConnection } from './WallBand.razor.js';
import { doubtClock, tickClock } from './WallClock.razor.js';
import { showCode } from './WallCorner.razor.js';
import { jumpTo, pauseRotation, tickRotation } from './WallLocator.razor.js';
import { showTicker } from './WallTicker.razor.js';

const EVERY_MS = 1_000;

let state = 'connecting';

function tick() {
  const now = performance.now();
  tickClock(now);
  tickRotation(now);
  showTicker();
  document.documentElement.dataset.tick = String(now); // last: the watchdog sees whatever stopped before
}

document.addEventListener('plan:connection', e => {
  const connection = /** @type {CustomEvent} */ (e).detail;
  if (connection.state === 'connected' && state !== 'connected') doubtClock();
  state = connection.state;
  pauseRotation(state !== 'connected', performance.now());
  sayConnection(connection);
});
document.addEventListener('plan:news', e => jumpTo(/** @type {CustomEvent} */ (e).detail.rows, performance.now()));
document.addEventListener('plan:swapped', showTicker);
document.addEventListener('wall:shown', e => showCode(/** @type {CustomEvent} */ (e).detail.slide));
document.querySelectorAll('.is-shown[data-slide]').forEach(showCode);
setInterval(tick, EVERY_MS);
tick();
