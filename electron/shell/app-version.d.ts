/** Put in by the build; see vite.electron.config.ts. */
declare const __APP_VERSION__: string;
