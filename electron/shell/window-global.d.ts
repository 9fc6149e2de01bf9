/** What the preload adds to the page; absent in a browser. */
interface Window {
  readonly evenfloor?: import('../shell-api.ts').ShellApi;
}
