/**
 * Locks the screen: after a while in which no tab of this browser was used, or at once. First what is being typed is sent
 * off, then the curtain falls over the page, which stays as it is, then the server stops answering this session. Only the
 * password lifts it, in all tabs.
 */
const USED = 'afterwell.last-use';
const MINUTES = 'afterwell.lock-minutes';
const TELL_EVERY = 60_000;
const NOTE_EVERY = 1_000;
const FLUSH_PATIENCE = 6_000;
/** What the page behind the curtain must not hear, or an open dialog would take it for a click beside it and close. */
const MUTED = ['mousedown', 'mouseup', 'click', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown', 'keyup', 'focusin'];
const ACTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'];

const wait = (millis: number) => new Promise((done) => setTimeout(done, millis));

class ScreenLock extends HTMLElement {
  private readonly channel = new BroadcastChannel('afterwell.lock');
  private readonly dialog = document.createElement('dialog');
  private readonly field = document.createElement('input');
  private readonly problem = document.createElement('p');
  private timer: number | undefined;
  private locked = false;
  private noted = 0;
  private told = Date.now();

  connectedCallback() {
    this.build();
    this.note(true);
    ACTS.forEach((act) => window.addEventListener(act, this.onUse, { capture: true, passive: true }));
    document.addEventListener('visibilitychange', this.look);
    window.addEventListener('focus', this.look);
    document.addEventListener('keydown', this.onKey);
    MUTED.forEach((act) => window.addEventListener(act, this.mute, { capture: true }));
    this.channel.onmessage = (event) => (event.data === 'locked' ? this.drop() : this.lift());
    this.timer = window.setInterval(this.look, Math.min(5_000, Math.max(500, this.limit / 10)));
  }

  disconnectedCallback() {
    ACTS.forEach((act) => window.removeEventListener(act, this.onUse, { capture: true }));
    document.removeEventListener('visibilitychange', this.look);
    window.removeEventListener('focus', this.look);
    document.removeEventListener('keydown', this.onKey);
    MUTED.forEach((act) => window.removeEventListener(act, this.mute, { capture: true }));
    window.clearInterval(this.timer);
    this.channel.onmessage = null;
    this.dialog.remove();
    document.documentElement.classList.remove('af-locked');
  }

  /** This browser's own number of minutes; it can only be less than the clinic's. */
  choose(minutes: number) {
    localStorage.setItem(MINUTES, String(minutes));
  }

  /** Milliseconds of no use; 0 for never. */
  private get limit(): number {
    const clinic = Number(this.getAttribute('after') ?? 0) * 1000;
    const own = Number(localStorage.getItem(MINUTES) ?? 0) * 60_000;
    return clinic && own ? Math.min(clinic, own) : clinic;
  }

  async lock() {
    if (this.locked) {
      return;
    }
    (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event('change', { bubbles: true }));
    const asked = wait(0).then(() => this.flush());
    this.drop();
    this.channel.postMessage('locked');
    await asked;
    if (this.locked) {
      await fetch(this.address('lock'), { method: 'POST', keepalive: true }).catch(() => undefined);
    }
  }

  /** Lets the page send what it has; a bad line does not keep the screen open. */
  private async flush() {
    const until = Date.now() + FLUSH_PATIENCE;
    await wait(1_200);
    while (Date.now() < until && this.busy()) {
      await wait(100);
    }
  }

  private busy(): boolean {
    const clients = (window as any).Vaadin?.Flow?.clients ?? {};
    return Object.values(clients).some((client: any) => client.isActive?.());
  }

  private drop() {
    if (this.locked) {
      return;
    }
    if (!this.dialog.isConnected) {
      document.body.append(this.dialog);
    }
    this.field.value = '';
    this.problem.textContent = '';
    this.locked = true;
    this.dialog.showModal();
    document.documentElement.classList.add('af-locked');
    this.field.focus();
  }

  private lift() {
    if (!this.locked) {
      return;
    }
    this.locked = false;
    this.note(true);
    document.documentElement.classList.remove('af-locked');
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('lock-opened'));
  }

  private async open() {
    const body = new URLSearchParams({ password: this.field.value });
    let status = 0;
    try {
      const answer = await fetch(this.address('lock/open'), { method: 'POST', body, redirect: 'manual' });
      status = answer.status;
    } catch {
      // No line: said below.
    }
    if (status === 204) {
      this.channel.postMessage('open');
      this.lift();
      return;
    }
    const texts: Record<number, string> = { 403: 'wrong', 429: 'wait' };
    this.problem.textContent = this.getAttribute(`text-${texts[status] ?? 'gone'}`);
    this.field.select();
  }

  private build() {
    if (this.dialog.childElementCount) {
      return;
    }
    const text = (key: string) => this.getAttribute(`text-${key}`) ?? '';
    this.dialog.className = 'af-lock';
    this.dialog.setAttribute('aria-labelledby', 'af-lock-title');
    this.dialog.addEventListener('cancel', (event) => event.preventDefault());
    // A browser lets a dialog be closed by a second Escape in spite of that.
    this.dialog.addEventListener('close', () => this.locked && this.dialog.showModal());
    const box = document.createElement('div');
    box.className = 'af-lock-box';
    const icon = document.createElement('span');
    icon.className = 'icon i-block';
    icon.setAttribute('aria-hidden', 'true');
    const title = document.createElement('h1');
    title.id = 'af-lock-title';
    title.textContent = text('title');
    const who = document.createElement('p');
    who.textContent = [this.getAttribute('name'), text('text')].filter(Boolean).join('. ');
    const form = document.createElement('form');
    const label = document.createElement('label');
    label.htmlFor = 'af-lock-password';
    label.textContent = text('password');
    this.field.id = 'af-lock-password';
    this.field.type = 'password';
    this.field.autocomplete = 'current-password';
    this.field.required = true;
    this.problem.className = 'af-lock-problem';
    this.problem.setAttribute('role', 'alert');
    const button = document.createElement('button');
    button.textContent = text('open');
    form.append(label, this.field, this.problem, button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.open();
    });
    box.append(icon, title, who, form);
    this.dialog.append(box);
  }

  private readonly onUse = () => {
    if (!this.locked) {
      this.note(false);
    }
  };

  /** The page hears nothing; what a key or a click does by itself in the lock's own form it still does. */
  private readonly mute = (event: Event) => {
    if (!this.locked) {
      return;
    }
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && event.key === 'Escape') {
      event.preventDefault();
    }
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.altKey && event.shiftKey && event.code === 'KeyL') {
      event.preventDefault();
      void this.lock();
    }
  };

  /** Notes that somebody is here, for all tabs; now and then also at the server. */
  private note(first: boolean) {
    const now = Date.now();
    if (!first && now - this.noted < NOTE_EVERY) {
      return;
    }
    if (!first && this.idle(now)) {
      // Back after too long, before the clock looked: that is no use, that is what the lock is for.
      this.look();
      return;
    }
    this.noted = now;
    localStorage.setItem(USED, String(now));
    if (now - this.told > TELL_EVERY) {
      this.told = now;
      void fetch(this.address('lock/use'), { method: 'POST' })
        .then((answer) => answer.status === 423 && this.drop())
        .catch(() => undefined);
    }
  }

  private idle(now: number): boolean {
    const used = Number(localStorage.getItem(USED) ?? now);
    return this.limit > 0 && now - used >= this.limit;
  }

  private readonly look = () => {
    if (!this.locked && this.idle(Date.now())) {
      void this.lock();
    }
  };

  private address(path: string): string {
    return new URL(path, document.baseURI).href;
  }
}

if (!customElements.get('af-screen-lock')) {
  customElements.define('af-screen-lock', ScreenLock);
}
