// @ts-check
// Starts Blazor and shows what its connection does: nothing for 3 s, then a band, after 30 s with a button. Retries for ever.

const QUIET = 3_000;
const LOST = 30_000;

/** @param {number} attempts @returns {number} milliseconds; a switch or a restart is over in seconds, a server that is down is not hammered */
const pause = attempts => attempts === 0 ? 0 : attempts < 4 ? 1_500 : 5_000;

const LOST_TEXT = 'typed-text-lost'; // told after the reload that lost it

/** A page whose circuit is gone begins anew; text that is not kept in the browser goes with it. */
function startAgain() {
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (document.querySelectorAll('main input, main textarea'));
  if ([...fields].some(field => !field.closest('kept-input:not([data-unkept])') && field.value !== field.defaultValue)) sessionStorage.setItem(LOST_TEXT, location.pathname);
  location.reload();
}

/** Buttons while nobody hears them: neither mouse, key nor script can press one, and each says so. Fields stay usable. */
class Buttons {
  #deaf = false;

  constructor() {
    // The first to hear of it: Blazor would take the press, and lose it.
    window.addEventListener('click', event => {
      if (!this.#deaf || !(event.target instanceof Element) || !event.target.closest('main button')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  }

  /** @param {boolean} deaf */
  set deaf(deaf) {
    this.#deaf = deaf;
    for (const button of document.querySelectorAll('main button')) {
      if (deaf) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  }
}

class Band {
  /** @type {number} */ #since = 0;
  /** @type {number} */ #next = 0;
  /** @type {number | undefined} */ #clock;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.title = /** @type {HTMLElement} */ (element.querySelector('[data-title]'));
    this.detail = /** @type {HTMLElement} */ (element.querySelector('[data-detail]'));
    this.retry = /** @type {HTMLButtonElement} */ (element.querySelector('[data-retry]'));
    this.retry.addEventListener('click', reconnect);
    if (sessionStorage.getItem(LOST_TEXT) === location.pathname) this.#tellLoss();
  }

  #tellLoss() {
    sessionStorage.removeItem(LOST_TEXT);
    this.element.hidden = false;
    this.#say('接続が切れていたため、画面を読み込み直しました', '保存していない入力は残っていません。もう一度入力してください。');
  }

  /** @param {number | undefined} seconds until the next attempt */
  show(seconds) {
    if (seconds !== undefined) this.#next = Date.now() + seconds * 1_000;
    if (this.#clock) return;
    this.#since = Date.now();
    this.#clock = window.setInterval(() => this.#draw(), 500);
  }

  hide() {
    if (!this.#clock) return;
    window.clearInterval(this.#clock);
    this.#clock = undefined;
    delete document.documentElement.dataset.connection;
    if (this.element.hidden) return;
    this.#say('接続が戻りました', '');
    this.retry.hidden = true;
    window.setTimeout(() => { if (!this.#clock) this.element.hidden = true; }, 4_000);
  }

  #draw() {
    const away = Date.now() - this.#since;
    if (away < QUIET) return;
    const lost = away > LOST;
    document.documentElement.dataset.connection = lost ? 'lost' : 'trying';
    this.element.hidden = false;
    this.retry.hidden = !lost;
    const at = new Date(this.#since).toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' });
    const left = Math.max(0, Math.ceil((this.#next - Date.now()) / 1_000));
    if (lost) this.#say('接続が切れています', `下の数字は ${at} 時点のものです。自動で再接続しています(次は ${left}秒後)。`);
    else this.#say(`再接続中 ${Math.floor(away / 1_000)}秒`, `${at} 時点の数字`);
  }

  /** @param {string} title @param {string} detail */
  #say(title, detail) {
    // Read out the state once, not the seconds that pass in it.
    const state = title.replace(/ \d+秒$/, '');
    this.element.setAttribute('aria-live', state === this.element.dataset.said ? 'off' : 'polite');
    this.element.dataset.said = state;
    this.title.textContent = title;
    this.detail.textContent = detail;
  }
}

async function reconnect() {
  try {
    if (!await Blazor.reconnect()) startAgain();
  } catch {
    // The server is still out of reach; the next attempt is under way already.
  }
}

const reports = document.getElementById('components-reconnect-modal');
const element = document.getElementById('connection-band');
if (reports && element) {
  const [band, buttons] = [new Band(element), new Buttons()];
  reports.addEventListener('components-reconnect-state-changed', event => {
    const { state, secondsToNextAttempt } = /** @type {CustomEvent} */ (event).detail;
    buttons.deaf = state !== 'hide';
    if (state === 'show' || state === 'retrying') band.show(secondsToNextAttempt);
    else if (state === 'hide') band.hide();
    else if (state === 'rejected' || state === 'resume-failed') startAgain(); // the server no longer knows this circuit
    else if (state === 'failed') reconnect();
  });
  Blazor.start({ circuit: { reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: pause } } });
}
