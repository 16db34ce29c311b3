/** How a person verifies a document with the two pinned keys and no word of this server. */
import type { Language, Text } from '../../kernel/finding.ts';
import type { AboutView } from './about.ts';
import { type Html, html } from './html.ts';
import { aboutWords as words } from './words/about.ts';

export function independent({ pin, address }: AboutView, language: Language): Html {
  const say = (text: Text): string => text[language];
  return html`<p>${say(words.independentHow)}</p>
<h3>${say(words.pin)}</h3>
<p>${say(words.pinHow)}</p>
${lines(pin)}
<h3>${say(words.command)}</h3>
<p>${say(words.commandHow)}</p>
${lines(`curl -o trust.json ${address}/api/trust\nnpx samur verify FILE --trust trust.json --anchor pin.json --lang ${language}`)}
<h3>${say(words.steps)}</h3>
<p>${say(words.stepsHow)}</p>
<ol class="measure"><li>${say(words.stepAttachments)}
${lines('pdfdetach -saveall FILE.pdf')}</li>
<li>${say(words.stepRead)}
${lines(plainSteps.read)}</li>
<li>${say(words.stepKey)}</li>
<li>${say(words.stepVerify)}
${lines(plainSteps.verify)}</li></ol>
<p>${say(words.stepLimit)}</p>
<p><a href="/docs/protocol.md">${say(words.protocol)}</a></p>`;
}

/** POSIX shell with coreutils and OpenSSL 3. Base64url lacks the fill that the tools want. */
export const plainSteps = {
  read: `for part in 1 2; do
  text=$(cut -d. -f$part record.jwt | tr -d '\\n' | tr -- '-_' '+/')
  while [ $((\${#text} % 4)) -ne 0 ]; do text="$text="; done
  echo "$text" | base64 -d; echo
done`,
  verify: `cut -d. -f1,2 record.jwt | tr -d '\\n' > signed.txt
{ cut -d. -f3 record.jwt | tr -d '\\n' | tr -- '-_' '+/'; echo '=='; } | base64 -d > signature.bin
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin`,
};

function lines(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`;
}
