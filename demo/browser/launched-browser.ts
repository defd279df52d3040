import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  browser: BrowserName;
  /** The built folder of the extension for this browser. */
  extensionDir: string;
  /** Where 127.0.0.1 speaks TLS as login.microsoftonline.com and as graph.microsoft.com. */
  tenantPort: number;
  headless: boolean;
  /** What is wrong with the way to Microsoft, in Chromium: no address, or a certificate that nobody vouches for. */
  brokenBy?: 'dns' | 'tls';
  /**
   * Has the browser agree to the optional permissions that the extension asks for in a click. Without it a person is
   * asked, in a window of the browser's own; in Chromium it takes a new profile.
   */
  agreesToPermissions?: boolean;
  /** The executable; without it, the browser is looked for and if need be installed. */
  executablePath?: string;
  /** Kept after `close()`. Without it the profile is new, and removed at the end. */
  profileDir?: string;
  /** The display of `ensureDisplay()`, for windows. */
  display?: string;
  /** `light` leaves Chromium as the desktop has it, which is light unless someone made theirs dark. */
  colorScheme?: 'light' | 'dark';
  /** Device pixels to a CSS pixel, for sharper pictures; 1 without it. */
  scale?: number;
  /**
   * Lets puppeteer see inside Chromium's service worker. A worker under a debugger is never stopped for being
   * idle, so leave it out unless the worker's own console or globals are what is looked at.
   */
  attachToWorker?: boolean;
}

/** What the two hosts that are answered by the tenant are called. */
export const tenantHosts = ['login.microsoftonline.com', 'graph.microsoft.com'] as const;

/** What reading the extension's storage gives. */
export interface StorageDump {
  session: Record<string, unknown>;
  local: Record<string, unknown>;
}

/** A running browser with the extension in it; the same words for Chromium and for Firefox. */
export interface LaunchedBrowser {
  readonly name: BrowserName;
  readonly version: string;
  readonly browser: Browser;
  /** The id in the extension's addresses; in Firefox not the add-on id but the UUID. */
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;

  /** The popup's page, to be driven: in Chromium the real popup, in Firefox the same page in a tab. */
  openPopup(): Promise<Page>;
  /** The page of the popup that is open now: in Chromium the real one, in Firefox the tab of `openPopup()`. */
  findPopup(): Promise<Page | null>;
  /** Opens the real popup in either browser, as a click on the toolbar button would. */
  showActionPopup(): Promise<void>;
  /** Whether the real popup is open, in either browser. */
  isActionPopupShown(): Promise<boolean>;
  /** Clicks an element of the real popup by script (no user gesture); the only way to press one in Firefox. */
  clickInActionPopup(selector: string): Promise<void>;

  /** Any page of the extension, in a tab of its own; the tab takes the focus, and closes a real popup. */
  openExtensionPage(path: string): Promise<Page>;
  /** The window that `identity.launchWebAuthFlow` has opened, once its page has loaded. */
  waitForAuthWindow(): Promise<Page>;
  /** As `page.evaluate`, in a hidden and inert page of the extension. */
  readonly inExtension: Page['evaluate'];
  /** Everything in `storage.session` and `storage.local`. */
  readStorage(): Promise<StorageDump>;
  /** Stops the background as the browser does when it is idle; resolves once it is gone. */
  stopWorker(): Promise<void>;
  /** Ends the browser and all its processes. */
  close(): Promise<void>;
}
