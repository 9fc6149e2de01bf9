/** The hubs at which one session is to be had, as this page knows them: where it is, and where it goes when it must. */

export class Hubs {
  readonly #random: () => number;
  #url: string;
  #others: string[] = [];

  /** `url` is a socket's, as are all that go out; origins come in. */
  constructor(url: string, random: () => number) {
    this.#url = url;
    this.#random = random;
  }

  get url(): string {
    return this.#url;
  }

  /** As the hub tells them, its own among them or not. A page that came over TLS goes nowhere without it. */
  know(origins: readonly string[]): void {
    const urls = origins.map(socketOf).filter((url) => protocolOf(url) === protocolOf(this.#url));
    this.#others = urls.filter((url) => url !== this.#url);
  }

  /** The line was lost: another one, any of them, so that the crowd of one hub does not fall on one other. */
  move(): void {
    const next = this.#others[Math.floor(this.#others.length * this.#random())];
    if (next === undefined) return;
    this.#others = [...this.#others.filter((url) => url !== next), this.#url];
    this.#url = next;
  }
}

function socketOf(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/ws`;
}

/** Of the hub at the other end of a socket. */
export function originOf(socketUrl: string): string {
  return socketUrl.replace(/^ws/, 'http').replace(/\/ws$/, '');
}

function protocolOf(url: string): string {
  return url.slice(0, url.indexOf(':'));
}
