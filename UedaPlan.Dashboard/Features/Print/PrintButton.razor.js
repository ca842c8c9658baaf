// @ts-check
/** 印刷する: opens the browser's own print dialogue. */

class PrintButton extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this);
  }

  /** @param {Event} click */
  handleEvent(click) {
    if (click.target instanceof Element && click.target.closest('button')) print();
  }
}

if (!customElements.get('print-button')) customElements.define('print-button', PrintButton);
