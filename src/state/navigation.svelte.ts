import { readAddress, writeAddress, type Address, type Dropped } from './address.ts';

/** The address of the page as state: changes go into the history, back and forward come out of it. */
export class Navigation {
  address = $state.raw<Address>(readAddress('').address);
  /** Parts of the address that could not be read; cleared by the reader's next choice. */
  dropped = $state.raw<readonly Dropped[]>([]);

  constructor(private readonly page: Window) {
    this.#read();
  }

  /** Follows back and forward; returns the way to stop. */
  listen(): () => void {
    const read = () => this.#read();
    this.page.addEventListener('popstate', read);
    return () => this.page.removeEventListener('popstate', read);
  }

  /** A choice of the reader: a new entry in the history. */
  go(change: Partial<Address>): void {
    this.dropped = [];
    this.address = { ...this.address, ...change };
    const url = this.#url();
    if (url !== this.#current()) this.page.history.pushState(null, '', url);
  }

  /** The address of a choice, for links. */
  href(change: Partial<Address>): string {
    return this.page.location.pathname + writeAddress({ ...this.address, ...change });
  }

  /** Writes out what the page chose itself, so that a copied link opens the same; no new entry. */
  settle(change: Partial<Address>): void {
    const settled = { ...this.address, ...change };
    // A new object would wake everything that follows the address, and so settle again.
    if (writeAddress(settled) !== writeAddress(this.address)) this.address = settled;
    const url = this.#url();
    if (url !== this.#current()) this.page.history.replaceState(null, '', url);
  }

  #read(): void {
    const { address, dropped } = readAddress(this.page.location.search);
    this.address = address;
    this.dropped = dropped;
  }

  #url(): string {
    return this.page.location.pathname + writeAddress(this.address) + this.page.location.hash;
  }

  #current(): string {
    return this.page.location.pathname + this.page.location.search + this.page.location.hash;
  }
}
