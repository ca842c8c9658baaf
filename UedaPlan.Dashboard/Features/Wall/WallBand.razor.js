// @ts-check
/** 切断の言葉: since when, how long, and when the next attempt is. */

import { inJapan, write } from '../../Live/LiveTime.razor.js';

/** @param {number} ms */
function length(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '1分未満';
  if (minutes < 120) return `${minutes}分`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)}時間` : `${Math.floor(minutes / (24 * 60))}日`;
}

/** @param {{ state: string, lostAt: number, nextTryAt: number }} connection */
export function sayConnection({ state, lostAt, nextTryAt }) {
  const asOf = document.querySelector('[data-as-of]');
  asOf?.toggleAttribute('hidden', state !== 'reconnecting');
  if (state !== 'reconnecting' && state !== 'disconnected') return;
  const [lost, now] = [inJapan(lostAt), inJapan(Date.now())];
  const since = lost.date === now.date ? lost.clock : `${lost.date} ${lost.clock}`;
  write('[data-as-of]', `${lost.clock} 時点の数字`);
  const seconds = Math.max(0, Math.ceil((nextTryAt - Date.now()) / 1000));
  write('[data-wall-text]', `下の数字は ${since} 時点のものです。自動で再接続しています${seconds > 0 ? `(次は ${seconds}秒後)` : ''}。`);
  write('[data-band-minutes]', length(Date.now() - lostAt));
  write('[data-lost-since]', `切断中 ${since} から更新がありません`);
  write('[data-lost-now]', `現在時刻 ${now.clock} ${now.date}`);
}
