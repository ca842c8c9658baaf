// @ts-check
/** 今日の更新: the newest change while it is from today; afterwards that there was none. */

import { inJapan } from './WallClock.razor.js';

const TOGETHER_MS = 10 * 60_000; // as long as the chips of the others stand

export function showTicker() {
  const news = document.querySelector('[data-ticker]');
  const moment = Date.parse(news?.getAttribute('data-changed-at') ?? '');
  const today = !Number.isNaN(moment) && inJapan(moment).date === inJapan(Date.now()).date;
  news?.toggleAttribute('hidden', !today);
  document.querySelector('[data-ticker-more]')?.toggleAttribute('hidden', Date.now() - moment >= TOGETHER_MS);
  document.querySelector('[data-ticker-none]')?.toggleAttribute('hidden', today);
}
