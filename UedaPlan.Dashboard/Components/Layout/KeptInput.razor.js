// @ts-check
/**
 * 残る入力: keeps what is typed in this browser at every key, also while the server is out of reach, and hands it back to the
 * form when that is opened again. Only the account that typed it is handed its text, also after a sign-out.
 */

const PREFIX = 'ueda-typed:';
const KEPT_FOR = 30 * 24 * 60 * 60 * 1_000;
const LONGEST = 50_000; // characters; more would not reach the server in one message
const STATE = 'components-reconnect-state-changed';

/** @typedef {{ at: string, over: string, fields: Record<string, string> }} Kept */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** @param {string} key @returns {Kept | null} */
function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    return kept && Date.now() - Date.parse(kept.at) < KEPT_FOR ? kept : null;
  } catch {
    return null; // no storage, or something else in it
  }
}

/** Text nobody came back for. */
function sweep() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && !read(key)) localStorage.removeItem(key);
    }
  } catch { /* no storage: nothing to sweep */ }
}

/** Named by id, a group of radio buttons by its name. @param {Field} field @returns {[string, string][]} */
function valueOf(field) {
  if (field.type === 'radio') return field instanceof HTMLInputElement && field.checked ? [[field.name, field.value]] : [];
  if (field.type === 'checkbox') return field.id && field instanceof HTMLInputElement ? [[field.id, field.checked ? 'on' : '']] : [];
  return field.id ? [[field.id, field.value]] : [];
}

class KeptInput extends HTMLElement {
  static observedAttributes = ['data-text'];
  /** @type {HTMLElement | null} */ #connection = null;

  connectedCallback() {
    if (this.dataset.ready === undefined) return; // drawn ahead: nobody can type here yet
    for (const name of ['input', 'change', 'click']) this.addEventListener(name, this);
    this.#connection = document.getElementById('components-reconnect-modal');
    this.#connection?.addEventListener(STATE, this);
    sweep();
    queueMicrotask(() => this.#handOver(false)); // its fields follow within the same batch
  }

  disconnectedCallback() {
    for (const name of ['input', 'change', 'click']) this.removeEventListener(name, this);
    this.#connection?.removeEventListener(STATE, this);
  }

  /** The server has taken in a change: what it made of it is kept, or nothing is left to keep. @param {string} _ @param {string | null} before @param {string} now */
  attributeChangedCallback(_, before, now) {
    if (before === null || !this.isConnected) return;
    if (now.endsWith('unsaved')) queueMicrotask(() => this.#keep());
    else this.#forget();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === STATE) {
      // What was typed without a connection never reached the server.
      if (/** @type {CustomEvent} */ (event).detail.state === 'hide') this.#handOver(true);
    } else if (event.type === 'click') {
      if (event.target instanceof Element && event.target.closest('[data-give-up]')) this.#forget();
    } else if (event.target instanceof Element && event.target !== this.#hand && !event.target.closest('[data-passing]')) this.#keep();
  }

  get #key() {
    return PREFIX + this.dataset.key;
  }

  get #hand() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector('input[data-handed]'));
  }

  #keep() {
    const fields = /** @type {Field[]} */ ([...this.querySelectorAll('input:not([type=hidden]):not([type=file]), textarea, select')].filter(field => !field.closest('[data-passing]')));
    /** @type {Kept} */
    const kept = {
      at: new Date().toISOString(),
      over: this.dataset.over ?? '',
      fields: { ...(this.dataset.whole === undefined ? read(this.#key)?.fields : {}), ...Object.fromEntries(fields.flatMap(valueOf)) },
    };
    try {
      const text = JSON.stringify(kept);
      this.toggleAttribute('data-unkept', text.length > LONGEST);
      if (text.length <= LONGEST) localStorage.setItem(this.#key, text);
    } catch {
      this.toggleAttribute('data-unkept', true); // no storage, or full: a reload then says what was lost
    }
  }

  #forget() {
    try {
      localStorage.removeItem(this.#key);
    } catch { /* no storage: nothing was kept */ }
  }

  /** @param {boolean} here typed on this page, which is open still */
  #handOver(here) {
    const [kept, hand] = [read(this.#key), this.#hand];
    if (!kept || !hand || !this.isConnected) return;
    hand.value = JSON.stringify({ ...kept, here });
    hand.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

if (!customElements.get('kept-input')) customElements.define('kept-input', KeptInput);
