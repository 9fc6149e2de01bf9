/** What the hubs that serve the same sessions say to each other. What must not be lost is in the log instead. */

/** `from` is the hub that says it, unlike every other and every earlier life of the same one. */
export type Heard = (message: unknown, from: string) => void;

export type Peers = {
  readonly hubId: string;
  /**
   * Clients find this hub under `url` (an origin) from now on; null when no more are to come. The others forget it by
   * themselves some seconds after it has died.
   */
  announce(url: string | null): void;
  /** The origins of all hubs that live and take clients, this one's too, sorted. */
  urls(): readonly string[];
  /** The other hubs that live. */
  others(): ReadonlySet<string>;
  /** Hubs came, went or moved; the answer stops it. */
  onChange(listener: () => void): () => void;
  /** To every other hub, at most once; what must be known in the end is said again and again. JSON. */
  tell(topic: string, message: unknown): void;
  /** What others tell, never one's own; the answer stops it. */
  hear(topic: string, listener: Heard): () => void;
  /** The others know at once that this hub is gone. */
  close(): Promise<void>;
};

/** The only hub there is. */
export function alone(): Peers {
  let urls: string[] = [];
  const nothing = () => () => undefined;
  return {
    hubId: 'alone',
    announce: (url) => {
      urls = url === null ? [] : [url];
    },
    urls: () => urls,
    others: () => new Set(),
    onChange: nothing,
    tell: () => undefined,
    hear: nothing,
    close: async () => undefined,
  };
}
