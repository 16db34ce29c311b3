/** Each language is a bundle of its own: another one is another document, at the same place. */
import { languages } from '../../../kernel/finding.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

export const languageNames = { az: 'Azərbaycanca', ru: 'Русский', en: 'English' } as const;

function addressIn(one: string): string {
  const address = new URL(location.href);
  address.searchParams.set('lang', one);
  return address.href;
}

export function LanguageSwitch() {
  return (
    <nav className="languages" aria-label={m.shell_language()}>
      {languages.map((one) => (
        <a
          key={one}
          href={`?lang=${one}`}
          lang={one}
          hrefLang={one}
          aria-current={one === language ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            location.assign(addressIn(one));
          }}
        >
          {one}
          <span className="hidden"> {languageNames[one]}</span>
        </a>
      ))}
    </nav>
  );
}
