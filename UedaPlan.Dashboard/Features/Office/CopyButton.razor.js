// @ts-check
/** コピー: copies a field's text and says so. */

class CopyButton extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this);
  }

  /** @param {Event} click */
  async handleEvent(click) {
    const field = document.getElementById(this.dataset.for ?? '');
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !(click.target instanceof Element) || !click.target.closest('button')) return;
    const copied = await this.copy(field);
    const said = this.querySelector('[role="status"]');
    if (said) said.textContent = copied ? 'コピーしました' : '選択しました。Ctrl+C でコピーしてください';
  }

  /** Over plain http there is no clipboard for scripts; the old way still works there. @param {HTMLInputElement | HTMLTextAreaElement} field */
  async copy(field) {
    if (navigator.clipboard) return navigator.clipboard.writeText(field.value).then(() => true, () => false);
    field.select();
    return document.execCommand('copy');
  }
}

if (!customElements.get('copy-button')) customElements.define('copy-button', CopyButton);
