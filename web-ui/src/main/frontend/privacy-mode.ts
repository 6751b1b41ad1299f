/** Privacy mode: a class on the document hides what is marked private; kept for this browser, in all its tabs. */
const KEPT = 'afterwell.privacy';

const isOn = () => document.documentElement.classList.contains('af-privacy');

function turn(on: boolean) {
  document.documentElement.classList.toggle('af-privacy', on);
  localStorage.setItem(KEPT, on ? 'on' : 'off');
  document.dispatchEvent(new CustomEvent('af-privacy'));
}

turn(localStorage.getItem(KEPT) === 'on');

window.addEventListener('storage', (event) => {
  if (event.key === KEPT && event.newValue) {
    turn(event.newValue === 'on');
  }
});

document.addEventListener('keydown', (event) => {
  if (event.altKey && event.shiftKey && event.code === 'KeyH') {
    event.preventDefault();
    turn(!isOn());
  }
});

class PrivacyToggle extends HTMLElement {
  private readonly button = document.createElement('button');
  private readonly show = () => this.button.setAttribute('aria-pressed', String(isOn()));

  connectedCallback() {
    this.button.type = 'button';
    this.button.className = 'btn quiet only';
    this.button.title = this.getAttribute('label') ?? '';
    this.button.setAttribute('aria-label', this.button.title);
    this.button.setAttribute('aria-keyshortcuts', 'Alt+Shift+H');
    this.button.onclick = () => turn(!isOn());
    const icon = document.createElement('span');
    icon.className = 'icon i-eye';
    icon.setAttribute('aria-hidden', 'true');
    this.button.replaceChildren(icon);
    this.replaceChildren(this.button);
    document.addEventListener('af-privacy', this.show);
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener('af-privacy', this.show);
  }
}

customElements.define('af-privacy-toggle', PrivacyToggle);
