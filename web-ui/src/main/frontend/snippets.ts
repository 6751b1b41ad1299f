/** Ready-made texts in the fields of a note: a slash opens the list, what follows filters it, Enter puts one in. */
interface Snippet {
  name: string;
  text: string;
  clinic: boolean;
}

interface Texts {
  list: string;
  clinic: string;
  none: string;
  manage: string;
}

const SLASH = /(?:^|\s)\/([\p{L}\p{N} -]{0,30})$/u;
const MOST = 8;

class Snippets extends HTMLElement {
  declare snippets: Snippet[];
  declare texts: Texts;

  private field?: HTMLTextAreaElement;
  private typed = '';
  private found: Snippet[] = [];
  private at = 0;
  private readonly list = document.createElement('ul');
  private root?: HTMLElement;

  connectedCallback() {
    this.list.id = 'snippets';
    this.list.className = 'snippets';
    this.list.setAttribute('role', 'listbox');
    this.list.hidden = true;
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      if (option) {
        this.choose(Number(option.dataset.at));
      }
    });
    this.replaceChildren(this.list);
    // The page round this is put together piece by piece.
    window.setTimeout(() => {
      this.root = this.closest<HTMLElement>('.session') ?? undefined;
      this.root?.addEventListener('input', this.onInput);
      this.root?.addEventListener('keydown', this.onKey, true);
      this.root?.addEventListener('focusout', this.close);
    });
  }

  disconnectedCallback() {
    this.root?.removeEventListener('input', this.onInput);
    this.root?.removeEventListener('keydown', this.onKey, true);
    this.root?.removeEventListener('focusout', this.close);
  }

  private readonly onInput = (event: Event) => {
    const field = event.target as HTMLTextAreaElement;
    if (!(field instanceof HTMLTextAreaElement) || !field.closest('[data-keep^="text/"]')) {
      return;
    }
    const match = SLASH.exec(field.value.slice(0, field.selectionStart));
    if (!match) {
      this.close();
      return;
    }
    this.field = field;
    this.typed = match[1];
    const words = this.typed.toLowerCase();
    this.found = (this.snippets ?? [])
      .filter((snippet) => snippet.name.toLowerCase().includes(words))
      .sort((a, b) => Number(b.name.toLowerCase().startsWith(words)) - Number(a.name.toLowerCase().startsWith(words)))
      .slice(0, MOST);
    this.at = 0;
    if (!this.found.length && this.typed) {
      this.close();
    } else {
      this.open(field);
    }
  };

  private open(field: HTMLTextAreaElement) {
    const option = (at: number, name: string, text: string, tag: string) => {
      const row = document.createElement('li');
      row.id = `snippet-${at}`;
      row.dataset.at = String(at);
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', String(at === this.at));
      const title = document.createElement('span');
      title.className = 'strong';
      title.textContent = name;
      const small = document.createElement('span');
      small.className = 'small';
      small.textContent = text;
      row.append(title, ...(tag ? [Object.assign(document.createElement('span'), { className: 'tag line', textContent: tag })] : []), small);
      return row;
    };
    this.list.setAttribute('aria-label', this.texts.list);
    this.list.replaceChildren(
      ...this.found.map((snippet, at) => option(at, snippet.name, snippet.text, snippet.clinic ? this.texts.clinic : '')),
      option(this.found.length, this.texts.manage, this.found.length ? '' : this.texts.none, ''),
    );
    this.list.hidden = false;
    const box = (field.closest('vaadin-text-area') ?? field).getBoundingClientRect();
    this.list.style.setProperty('--x', `${box.left}px`);
    this.list.style.setProperty('--w', `${box.width}px`);
    const below = window.innerHeight - box.bottom > Math.min(this.list.offsetHeight, 260);
    this.list.style.setProperty('--y', below ? `${box.bottom + 4}px` : `${Math.max(8, box.top - this.list.offsetHeight - 4)}px`);
    field.setAttribute('aria-controls', 'snippets');
    field.setAttribute('aria-activedescendant', `snippet-${this.at}`);
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (this.list.hidden || event.target !== this.field) {
      return;
    }
    const rows = this.found.length + 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : rows - 1)) % rows;
      this.open(this.field!);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.choose(this.at);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private choose(at: number) {
    const field = this.field!;
    const end = field.selectionStart;
    const start = end - this.typed.length - 1;
    this.close();
    const snippet = this.found[at];
    field.setRangeText(snippet?.text ?? '', start, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.close();
    if (!snippet) {
      this.dispatchEvent(new CustomEvent('manage-snippets'));
    }
  }

  private readonly close = () => {
    this.list.hidden = true;
    this.field?.removeAttribute('aria-controls');
    this.field?.removeAttribute('aria-activedescendant');
  };
}

customElements.define('af-snippets', Snippets);
