// @ts-check
/** 今日の更新: the newest change while it is from today; afterwards that there was none. */

import { inJapan, NEWS_MS } from '../../Live/LiveTime.razor.js';

export function showTicker() {
  const news = document.querySelector('[data-ticker]');
  const moment = Date.parse(news?.getAttribute('data-changed-at') ?? '');
  const today = !Number.isNaN(moment) && inJapan(moment).date === inJapan(Date.now()).date;
  news?.toggleAttribute('hidden', !today);
  document.querySelector('[data-ticker-more]')?.toggleAttribute('hidden', Date.now() - moment >= NEWS_MS);
  document.querySelector('[data-ticker-none]')?.toggleAttribute('hidden', today);
}
