/** Composition root of the page that verifies: brings together kernel, profiles, browser and words. */
import { portableCrypto } from '../../kernel/crypto-portable.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { askTrust } from './ask.ts';
import type { Checked, Checker } from './checker.ts';
import { fillWith, part } from './element.ts';
import { Page } from './page.ts';
import type { Speech, Word } from './speech.ts';
import { forgetTrust, type HeldTrust, loadTrust, type Store } from './trust.ts';
import { trustLine, trustWarnings } from './trust-line.ts';
import { trustedPath } from './trusted-path.ts';

/** What the page needs and an old browser has not. */
function isSupported(): boolean {
  return (
    'fromHex' in Uint8Array &&
    'isSubsetOf' in Set.prototype &&
    typeof DecompressionStream === 'function' &&
    typeof OffscreenCanvas === 'function'
  );
}

/** Where the browser keeps nothing, every visit is the first. */
const store: Store = {
  read(name) {
    try {
      return localStorage.getItem(name) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(name, text) {
    try {
      localStorage.setItem(name, text);
    } catch {
      // Full, or forbidden: the page works, and warns of other keys no more.
    }
  },
};

const now = (): number => Date.now();
const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(path, init);

export function start(speech: Speech): void {
  const progress = part('progress', 'p');
  part('starting', 'p').hidden = true;
  part('check', 'div').hidden = false;
  if (!isSupported()) {
    part('ways', 'section').hidden = true;
    progress.textContent = speech.say('too-old-browser');
    return;
  }
  const load = checkerLoader(speech);
  void load.trust();
  const page = new Page(speech, load.checker);
  const openLink = () => void page.fragment(location.hash);
  addEventListener('hashchange', openLink);
  openLink();
  carryOver(page);
  keepForLater();
}

/** A page that stays open asks for a newer list so often, milliseconds; without any list, at every check. */
const listAge = 10 * 60_000;

function checkerLoader(speech: Speech) {
  let held: Promise<HeldTrust> | undefined;
  let asked = 0;
  let checker: { readonly trust: TrustList; readonly made: Promise<Checker> } | undefined;

  const trust = async (): Promise<TrustList | undefined> => {
    if (held === undefined || now() - asked > listAge || (await held).trust === undefined) {
      asked = now();
      held = loadTrust(store, () => askTrust(ask), portableCrypto, now);
      showTrust(await held, speech);
    }
    return (await held).trust;
  };
  return {
    trust,
    async checker(): Promise<Checker | Word> {
      const list = await trust();
      if (list === undefined) return 'trust-none';
      if (checker?.trust === list) return checker.made;
      const made = makeChecker(list, speech);
      checker = { trust: list, made };
      // What did not load for want of a network is asked for again the next time.
      made.catch(() => {
        checker = undefined;
      });
      return made;
    },
  };
}

async function makeChecker(trust: TrustList, speech: Speech): Promise<Checker> {
  const [{ profiles }, { Checker }] = await Promise.all([import('../../profiles/index.ts'), import('./checker.ts')]);
  const { origin } = location;
  return new Checker({ profiles, trust, crypto: portableCrypto, now, ask, speech, origin });
}

function showTrust(held: HeldTrust, speech: Speech): void {
  const forget = () => {
    forgetTrust(store);
    location.reload();
  };
  fillWith(part('trust-line', 'div'), ...trustLine(held, speech, now()));
  fillWith(part('trust-warnings', 'div'), ...trustWarnings(held, speech, now(), forget));
}

const carried = 'samur.shown';

/** In another language the page is sent anew: what it shows goes with the visitor. */
function carryOver(page: Page): void {
  try {
    const given = sessionStorage.getItem(carried);
    sessionStorage.removeItem(carried);
    if (given !== null) void page.again(JSON.parse(given) as Checked);
  } catch {
    // Nothing is kept here, then.
  }
  for (const link of document.querySelectorAll('.languages a'))
    link.addEventListener('click', () => {
      if (page.shown === undefined) return;
      try {
        sessionStorage.setItem(carried, JSON.stringify(page.shown));
      } catch {
        // Too large to keep: the visitor gives it again.
      }
    });
}

/** From the second visit on the page needs no network. Over plain http browsers keep nothing. */
function keepForLater(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker
      .register(trustedPath('/service-worker.js'), { updateViaCache: 'none' })
      .then((registration) => registration.update())
      .catch(() => {
        // Without a network there is nothing newer; private windows have no worker at all.
      });
  });
}
