// @ts-check
/** 接続の状態: since when the figures are unconfirmed, and when that is looked at next; every change is told as "plan:connection". */

const LOST_AFTER_MS = 30_000;

/** @typedef {'connecting' | 'connected' | 'reconnecting' | 'disconnected'} State */

/** 0 while the figures are confirmed. */
export let lostAt = 0;
let nextTryAt = 0;

/** @param {State} state */
const say = state => document.dispatchEvent(new CustomEvent('plan:connection', { detail: { state, lostAt, nextTryAt } }));

export const isLongLost = () => lostAt > 0 && Date.now() - lostAt > LOST_AFTER_MS;

/** @param {number} ms */
export function nextTryIn(ms) {
  nextTryAt = Date.now() + ms;
}

export const isTryDue = () => nextTryAt < Date.now();

export function confirmed() {
  lostAt = 0;
  say('connected');
}

/** @param {number} since the last moment at which the figures were known to be right */
export function lost(since = Date.now()) {
  lostAt = lostAt > 0 ? Math.min(lostAt, since) : since;
  say(isLongLost() ? 'disconnected' : 'reconnecting');
}
