// @ts-check
/** パスキー: asks the device for a key or for a signature, and sends its answer with the form. Not every tablet can read WebAuthn's JSON by itself yet. */

/** @param {string} text */
function toBytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
}

/** @param {ArrayBuffer | null | undefined} bytes */
function toText(bytes) {
  return bytes ? btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : undefined;
}

/** @param {any} options */
function read(options) {
  const known = (/** @type {any[] | undefined} */ keys) => keys?.map(key => ({ ...key, id: toBytes(key.id) }));
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: toBytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  };
}

/** @param {any} key */
function write(key) {
  const answer = key.response;
  return JSON.stringify({
    id: key.id,
    rawId: toText(key.rawId),
    type: key.type,
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
    clientExtensionResults: key.getClientExtensionResults(),
    response: {
      clientDataJSON: toText(answer.clientDataJSON),
      attestationObject: toText(answer.attestationObject),
      authenticatorData: toText(answer.authenticatorData ?? answer.getAuthenticatorData?.()),
      signature: toText(answer.signature),
      userHandle: toText(answer.userHandle),
      transports: answer.getTransports?.(),
    },
  });
}

/** @type {Record<string, string>} */
const SENTENCES = {
  NotAllowedError: 'パスキーの操作が取り消されたか、時間切れになりました。もう一度お試しください。',
  InvalidStateError: 'この端末のパスキーは、すでに登録されています。',
  TooMany: '続けて送信されたため、受け付けを止めています。1分ほど待ってから、もう一度お試しください。',
  Stale: 'ページを開いてから時間がたったようです。ページを開き直して、もう一度お試しください。',
};

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    // A key belongs to a name, over https or on this machine; addresses of numbers have none.
    const usable = isSecureContext && 'PublicKeyCredential' in window && location.hostname === this.dataset.domain && !/^[\d.]+$|:/.test(location.hostname);
    if (!usable) return;
    this.form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    this.said = /** @type {HTMLElement} */ (this.querySelector('[role="alert"]'));
    this.form.hidden = false;
    this.querySelector('.otherwise')?.remove();
    this.form.addEventListener('submit', this);
  }

  /** @param {Event} submit */
  async handleEvent(submit) {
    submit.preventDefault();
    const { form, said } = this;
    const button = form?.querySelector('button');
    if (!form || !said || !button || button.disabled) return;
    button.disabled = said.hidden = true;
    try {
      const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('credential'));
      field.value = write(await this.ask(form));
      form.submit();
    } catch (fault) {
      said.textContent = SENTENCES[fault instanceof Error ? fault.name : ''] ?? 'パスキーを使えませんでした。少し待ってから、もう一度お試しください。';
      said.hidden = button.disabled = false;
    }
  }

  /** @param {HTMLFormElement} form */
  async ask(form) {
    const answer = await fetch(this.dataset.options ?? '', { method: 'POST', body: new FormData(form), redirect: 'error' });
    if (!answer.ok) throw Object.assign(new Error(), { name: answer.status === 429 ? 'TooMany' : 'Stale' });
    const publicKey = read(await answer.json());
    return 'adds' in this.dataset ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey });
  }
}

if (!customElements.get('passkey-form')) customElements.define('passkey-form', PasskeyForm);
