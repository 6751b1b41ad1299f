/**
 * Keeps what is written and drawn in a note. Every change is in this browser's storage before the next one, under the
 * names that the server has for the parts of a note. The page sends its changes to the server as it always does; where
 * that is not confirmed in time, because the line, the server or the sign-in has gone, the keeper sends them itself.
 */
type Parts = Record<string, string>;

interface Change {
  was: string | null;
  is: string | null;
}

interface Texts {
  saving: string;
  savingNote: string;
  kept: string;
  keptNote: string;
  refused: string;
  title: string;
  text: string;
  email: string;
  password: string;
  submit: string;
  wrong: string;
  other: string;
  offline: string;
}

const PREFIX = 'afterwell.note.';
const PLACE = 'afterwell.note-place';
const CONFIRMED_WITHIN = 1400;
const LOOKS_EVERY = 300;
const RETRIES_AFTER = 2000;
const GIVES_UP_AFTER = 8000;
/** What nobody came back for is not kept on a device any longer than this. */
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

/** Who the browser is signed in as, as far as the last look tells. */
interface Session {
  user: string;
  header: string;
  token: string;
}

class SignedOut extends Error {}

/** What is kept under a name, and since when; nothing and never where it cannot be read. */
function kept(name: string): { at: number; changes: [string, Change][] } {
  try {
    const { at, changes } = JSON.parse(localStorage.getItem(name) ?? '{}');
    return { at: at ?? 0, changes: changes ?? [] };
  } catch {
    return { at: 0, changes: [] };
  }
}

class NoteKeeper extends HTMLElement {
  /** The account and the note that the page is for; set by the server. */
  declare user: string;
  declare email: string;
  declare appointment: string;
  declare texts: Texts;

  private base?: Parts;
  private readonly dirty = new Map<string, Change>();
  private readonly tab = Math.random().toString(36).slice(2);
  private readonly taken = new Map<string, string>();
  private root?: HTMLElement;
  private timer = 0;
  private begun = false;
  private confirmed = 0;
  private sending = false;
  private failing = false;
  private refusal = '';
  private pageGone = false;
  private session?: Session;
  private readonly line = document.createElement('div');
  private dialog?: HTMLDialogElement;
  private readonly watcher = new MutationObserver(() => this.lookForEnd());

  connectedCallback() {
    this.line.className = 'saved keeping';
    this.line.setAttribute('role', 'status');
    this.line.hidden = true;
    this.replaceChildren(this.line);
    // The page is put together piece by piece: what is round this and what it is told may come after it.
    this.timer = window.setTimeout(() => this.begin());
  }

  private begin() {
    const early = Object.getOwnPropertyDescriptor(this, 'server');
    if (early) {
      // set before this file was there
      delete (this as { server?: Parts }).server;
      this.server = early.value as Parts;
    }
    this.root = this.closest<HTMLElement>('.session') ?? undefined;
    this.root?.addEventListener('input', this.onInput, true);
    this.root?.addEventListener('change', this.onChange, true);
    this.root?.addEventListener('click', this.onClick, true);
    this.root?.addEventListener('area-chosen', this.onArea as EventListener, true);
    this.root?.addEventListener('area-level', this.onArea as EventListener, true);
    this.root?.addEventListener('stroke-changed', this.onStroke as EventListener, true);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('keydown', this.onEscape, true);
    this.watcher.observe(document.body, { childList: true });
    this.restorePlace();
    this.begun = true;
    if (this.base) {
      this.show();
      this.takeUp();
    }
  }

  disconnectedCallback() {
    this.root?.removeEventListener('input', this.onInput, true);
    this.root?.removeEventListener('change', this.onChange, true);
    this.root?.removeEventListener('click', this.onClick, true);
    this.root?.removeEventListener('area-chosen', this.onArea as EventListener, true);
    this.root?.removeEventListener('area-level', this.onArea as EventListener, true);
    this.root?.removeEventListener('stroke-changed', this.onStroke as EventListener, true);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('keydown', this.onEscape, true);
    this.watcher.disconnect();
    window.clearTimeout(this.timer);
  }

  /** What the server has now; set by the page at the beginning and after each of its own saves. */
  set server(parts: Parts) {
    const first = !this.base;
    this.confirm(parts);
    if (first && this.begun) {
      window.setTimeout(() => this.takeUp());
    }
  }

  /** The changes of this device that the server is not known to have. */
  get unsent(): number {
    return this.dirty.size;
  }

  // ------------------------------------------------------------------ changes

  private now(part: string): string | null {
    const change = this.dirty.get(part);
    return change ? change.is : (this.base?.[part] ?? null);
  }

  private set(part: string, value: string | null) {
    const is = value === '' ? null : value;
    if (!this.base || this.now(part) === is) {
      return;
    }
    if (!this.dirty.size) {
      this.confirmed = performance.now();
    }
    this.dirty.set(part, { was: this.dirty.get(part)?.was ?? this.base[part] ?? null, is });
    this.refusal = '';
    this.store();
    this.show();
    this.look(LOOKS_EVERY);
  }

  private readonly onInput = (event: Event) => {
    const field = (event.target as Element).closest<HTMLElement & { value?: string }>('[data-keep]');
    const typed = event.target as HTMLInputElement;
    if (field && typeof typed.value === 'string' && typed.type !== 'radio') {
      const part = field.dataset.keep!;
      this.set(part, part.endsWith('/reason') ? typed.value.trim() : typed.value);
    }
  };

  private readonly onChange = (event: Event) => {
    const radio = (event.target as Element).closest('vaadin-radio-button');
    const group = radio?.closest<HTMLElement>('vaadin-radio-group[data-keep]');
    if (!radio || !group) {
      return;
    }
    const at = [...group.querySelectorAll('vaadin-radio-button')].indexOf(radio);
    const value = group.dataset.values!.split(',')[at];
    if (group.dataset.keep === 'side') {
      this.rename(group.dataset.area!, `${group.dataset.area!.split(' ')[0]} ${value}`);
    } else {
      this.set(group.dataset.keep!, value);
    }
  };

  private readonly onClick = (event: Event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-keep]');
    if (!button || button.closest('[disabled]')) {
      return;
    }
    const part = button.dataset.keep!;
    if (button.hasAttribute('aria-pressed')) {
      const on = button.getAttribute('aria-pressed') !== 'true';
      this.set(part, on ? '1' : null);
      button.setAttribute('aria-pressed', String(on));
    } else if (part === 'remove') {
      this.rename(button.dataset.area!, null);
    } else if (part.startsWith('decision/')) {
      this.set(part, this.decision(button));
    }
  };

  /** Kind, dose, place and reason, a line each; fields beside the button say what it does not. */
  private decision(button: HTMLElement): string | null {
    const kind = button.dataset.is;
    const form = button.closest('.reason-form');
    if (!kind) {
      return null;
    }
    const field = (name: string) => {
      const input = form?.querySelector<HTMLElement & { value: string }>(`[data-field="${name}"]`);
      const value = String(input?.value ?? '').trim();
      return value === input?.dataset.original ? '' : value;
    };
    if (form && !field('reason')) {
      return this.now(button.dataset.keep!);
    }
    const place = field('place');
    return [kind, field('dose').replaceAll('\n', ' '), place && String(Number(place) - 1), field('reason')].join('\n');
  }

  private readonly onArea = (event: CustomEvent<{ region: string; side: string; level: number }>) => {
    const { region, side, level } = event.detail;
    const both = `area/${region} BOTH`;
    const part = this.now(both) && !this.now(`area/${region} ${side}`) ? both : `area/${region} ${side}`;
    this.set(part, '1');
    if (level) {
      this.set(`${part}/pressure`, String(level));
    }
  };

  private readonly onStroke = (event: CustomEvent<{ id: string; is: string | null }>) => {
    this.set(`stroke/${event.detail.id}`, event.detail.is);
  };

  private rename(area: string, other: string | null) {
    const old = `area/${area}`;
    const parts = new Set([...Object.keys(this.base ?? {}), ...this.dirty.keys()]);
    [...parts]
      .filter((part) => part === old || part.startsWith(`${old}/`))
      .forEach((part) => {
        const is = this.now(part);
        this.set(part, null);
        if (other && is) {
          this.set(`area/${other}${part.slice(old.length)}`, is);
        }
      });
  }

  // ------------------------------------------------------------------ this browser

  private get name() {
    return `${PREFIX}${this.user}.${this.appointment}.`;
  }

  private store() {
    try {
      if (this.dirty.size) {
        localStorage.setItem(this.name + this.tab, JSON.stringify({ at: Date.now(), changes: [...this.dirty] }));
      } else {
        localStorage.removeItem(this.name + this.tab);
      }
    } catch {
      // No storage here, in a private window perhaps: the page and the server still have it.
    }
  }

  /** Whoever wrote it: what has been here for too long goes. */
  private static forget() {
    try {
      Object.keys(localStorage)
        .filter((name) => name.startsWith(PREFIX) && !(kept(name).at > Date.now() - KEPT_FOR))
        .forEach((name) => localStorage.removeItem(name));
    } catch {
      // no storage here
    }
  }

  /** What an earlier page of this note could not send any more. */
  private takeUp() {
    NoteKeeper.forget();
    try {
      Object.keys(localStorage)
        .filter((name) => name.startsWith(this.name) && !name.endsWith(this.tab))
        .forEach((name) => {
          this.taken.set(name, localStorage.getItem(name)!);
          kept(name).changes.forEach(([part, change]) => {
            if ((this.base?.[part] ?? null) !== change.is) {
              this.dirty.set(part, change);
            }
          });
        });
    } catch {
      // what cannot be read cannot be sent
    }
    if (this.dirty.size) {
      this.store();
      this.show();
      void this.send();
    } else {
      this.letGo();
    }
  }

  /** Copies that the server has now; one that went on meanwhile, in another tab, stays. */
  private letGo() {
    this.taken.forEach((kept, name) => {
      if (localStorage.getItem(name) === kept) {
        localStorage.removeItem(name);
      }
    });
    this.taken.clear();
  }

  // ------------------------------------------------------------------ the server

  private confirm(parts: Parts) {
    this.base = parts;
    this.confirmed = performance.now();
    this.dirty.forEach((change, part) => {
      if ((parts[part] ?? null) === change.is) {
        this.dirty.delete(part);
      }
    });
    if (this.begun) {
      this.store();
      this.show();
    }
  }

  private look(after: number) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.lookNow(), after);
  }

  private lookNow() {
    if (!this.dirty.size || this.sending || this.dialog?.open || this.refusal) {
      return;
    }
    if (!this.pageGone && !this.failing && performance.now() - this.confirmed < CONFIRMED_WITHIN) {
      this.look(LOOKS_EVERY);
    } else {
      void this.send();
    }
  }

  private async send() {
    if (this.sending) {
      return;
    }
    this.sending = true;
    const changes = [...this.dirty].map(([part, change]) => ({ part, ...change }));
    try {
      const answer = await this.put(changes);
      if (answer.ok) {
        const { parts } = (await answer.json()) as { parts: Parts };
        changes.forEach(({ part, is }) => {
          if (this.dirty.get(part)?.is === is) {
            this.dirty.delete(part);
          }
        });
        this.failing = false;
        this.letGo();
        this.confirm(parts);
        this.done();
      } else if (answer.status === 409) {
        // Signed meanwhile: what this device had is a copy beside the note now.
        this.dirty.clear();
        this.letGo();
        this.store();
        this.pageGone = true;
        this.done();
      } else if (answer.status >= 500) {
        this.failing = true;
      } else {
        this.refusal = answer.headers.get('X-Refused') ?? String(answer.status);
      }
    } catch (error) {
      if (error instanceof SignedOut) {
        this.askForPassword();
      } else {
        this.failing = true;
      }
    } finally {
      this.sending = false;
    }
    this.show();
    if (this.dirty.size) {
      this.look(this.failing ? RETRIES_AFTER : LOOKS_EVERY);
    }
  }

  private async put(changes: object[]): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      this.session ??= await this.lookWho();
      const answer = await fetch(`note-keeper/${this.appointment}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', [this.session.header]: this.session.token },
        body: JSON.stringify({ changes }),
        redirect: 'manual',
        signal: AbortSignal.timeout(GIVES_UP_AFTER),
      });
      if (!this.isSignedOut(answer) && answer.status !== 403) {
        return answer;
      }
      this.session = undefined;
      if (attempt) {
        if (answer.status === 403) {
          return answer;
        }
        throw new SignedOut();
      }
    }
  }

  /** @throws SignedOut if it is nobody, or somebody else */
  private async lookWho(): Promise<Session> {
    const answer = await fetch('note-keeper/session', {
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(GIVES_UP_AFTER),
    });
    if (this.isSignedOut(answer)) {
      throw new SignedOut();
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const session = (await answer.json()) as Session;
    if (session.user !== this.user) {
      throw new SignedOut(session.user);
    }
    return session;
  }

  private isSignedOut(answer: Response) {
    return answer.type === 'opaqueredirect' || answer.status === 401;
  }

  /** Everything is with the server: the page shows it, or is made anew if the server has forgotten it. */
  private done() {
    if (this.dirty.size) {
      return;
    }
    if (this.pageGone) {
      this.rememberPlace();
      location.reload();
    } else {
      this.dispatchEvent(new CustomEvent('note-kept'));
    }
  }

  private readonly onOnline = () => this.look(0);

  // ------------------------------------------------------------------ what is shown

  private show() {
    const state = this.refusal ? 'refused' : this.failing || this.dialog?.open ? 'kept' : this.dirty.size ? 'saving' : '';
    this.setAttribute('state', state || 'saved');
    this.line.hidden = !state;
    this.closest('.signbar')?.toggleAttribute('data-keeping', !!state);
    if (state && this.line.dataset.state !== state) {
      const strong = document.createElement('span');
      strong.className = 'strong';
      strong.textContent = this.texts[state as 'saving' | 'kept' | 'refused'];
      const small = document.createElement('span');
      small.className = 'small';
      small.textContent = state === 'refused' ? this.refusal : state === 'kept' ? this.texts.keptNote : this.texts.savingNote;
      const icon = document.createElement('span');
      icon.className = `icon ${state === 'saving' ? 'i-saved' : 'i-care'}`;
      icon.setAttribute('aria-hidden', 'true');
      const words = document.createElement('div');
      words.append(strong, small);
      this.line.replaceChildren(icon, words);
      this.line.classList.toggle('bad', state === 'refused');
      this.line.classList.toggle('held', state === 'kept');
    }
    this.line.dataset.state = state;
  }

  /** The page's own session has ended: its notice would end in a reload, so the password is asked for here instead. */
  private lookForEnd() {
    const notice = document.querySelector<HTMLElement>('body > .v-system-error');
    if (!notice || this.pageGone) {
      notice?.remove();
      return;
    }
    notice.remove();
    this.pageGone = true;
    this.session = undefined;
    this.lookWho().then(
      () => (this.dirty.size ? this.send() : this.done()),
      (error) => (error instanceof SignedOut ? this.askForPassword() : this.look(RETRIES_AFTER)),
    );
  }

  private readonly onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.pageGone) {
      event.stopImmediatePropagation();
    }
  };

  // ------------------------------------------------------------------ signing in over the page

  private askForPassword() {
    this.pageGone = true;
    this.dialog ??= this.makeDialog();
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.show();
  }

  private makeDialog() {
    const dialog = document.createElement('dialog');
    dialog.className = 'sign-in-over';
    dialog.setAttribute('aria-labelledby', 'sign-in-over');
    dialog.innerHTML = `<form><h2 id="sign-in-over"></h2><p></p>
      <label><span></span><input name="email" type="email" autocomplete="username" readonly></label>
      <label><span></span><input name="password" type="password" autocomplete="current-password" autofocus required></label>
      <p role="alert"></p><button type="submit" class="btn primary"></button></form>`;
    const form = dialog.querySelector('form')!;
    const [text, alert] = dialog.querySelectorAll('p');
    const [email, password] = dialog.querySelectorAll('input');
    const [emailLabel, passwordLabel] = dialog.querySelectorAll('label span');
    dialog.querySelector('h2')!.textContent = this.texts.title;
    text.textContent = this.texts.text;
    emailLabel.textContent = this.texts.email;
    passwordLabel.textContent = this.texts.password;
    email.value = this.email;
    dialog.querySelector('button')!.textContent = this.texts.submit;
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      alert.textContent = '';
      try {
        await fetch('login', {
          method: 'POST',
          body: new URLSearchParams({ email: this.email, password: password.value }),
          redirect: 'manual',
          signal: AbortSignal.timeout(GIVES_UP_AFTER),
        });
        this.session = await this.lookWho();
        password.value = '';
        dialog.close();
        if (this.dirty.size) {
          await this.send();
        } else {
          this.done();
        }
      } catch (error) {
        alert.textContent =
          !(error instanceof SignedOut) ? this.texts.offline : error.message ? this.texts.other : this.texts.wrong;
        password.select();
      }
    });
    document.body.append(dialog);
    return dialog;
  }

  private rememberPlace() {
    const field = document.activeElement as HTMLTextAreaElement | null;
    sessionStorage.setItem(
      PLACE,
      JSON.stringify({
        appointment: this.appointment,
        scroll: this.root?.querySelector('.note')?.scrollTop ?? 0,
        part: field?.closest<HTMLElement>('[data-keep]')?.dataset.keep,
        caret: field?.selectionStart,
      }),
    );
  }

  private restorePlace() {
    const kept = sessionStorage.getItem(PLACE);
    if (!kept) {
      return;
    }
    sessionStorage.removeItem(PLACE);
    const { appointment, scroll, part, caret } = JSON.parse(kept);
    requestAnimationFrame(() => {
      if (appointment !== this.appointment || !this.root) {
        return;
      }
      this.root.querySelector('.note')?.scrollTo(0, scroll);
      const field = part && this.root.querySelector(`[data-keep="${CSS.escape(part)}"]`);
      const input = field?.querySelector('textarea, input') as HTMLTextAreaElement | null;
      input?.focus();
      if (typeof caret === 'number') {
        input?.setSelectionRange?.(caret, caret);
      }
    });
  }
}

customElements.define('af-note-keeper', NoteKeeper);
