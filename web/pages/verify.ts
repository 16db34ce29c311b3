/** The page on which a document is verified, as it is sent: ways in, an empty place for the answer, what it rests on. */
import type { Language, Text } from '../../kernel/finding.ts';
import { type Html, html } from './html.ts';
import { link, type Page } from './layout.ts';
import { statusWords } from './words/status.ts';
import { verifyWords as words } from './words/verify.ts';

/** How anybody checks without this page and this server. */
export const independentCommand = 'npx samur verify FILE --trust trust.json --anchor pin.json';

export function verifyPage(language: Language): Page {
  const { title, description } = words;
  return {
    language,
    path: '/verify',
    title,
    description,
    body: body(language),
    scripts: [`verify.${language}.js`],
  };
}

function body(language: Language): Html {
  const say = (text: Text): string => text[language];
  return html`<h1>${say(words.title)}</h1>
<p class="lead">${say(words.lead)}</p>
<p id="starting">${say(words.starting)} <a href="${link('/status', language)}">${say(words.startingLink)}</a>.</p>
<div id="check" hidden>
<div id="trust-warnings"></div>
<p id="progress" role="status" aria-live="polite"></p>
<section id="result" tabindex="-1" aria-label="${say(words.resultLabel)}" hidden></section>
${ways(say)}
</div>
<section class="rests measure" aria-labelledby="rests-title">
<h2 id="rests-title">${say(words.trust)}</h2>
<div id="trust-line"></div>
<p>${say(words.host)}</p>
<pre tabindex="0"><code>${independentCommand}</code></pre>
<p class="hint">${say(words.files)}</p>
<p><a href="${link('/about', language)}">${say(words.about)}</a></p>
</section>`;
}

function ways(say: (text: Text) => string): Html {
  return html`<section id="ways" aria-label="${say(words.ways)}"><div class="cards">
<div class="way first"><h2>${say(words.scan)}</h2>
<p>${say(words.scanHow)}</p>
<div id="camera-view" hidden><video id="camera-video" playsinline muted aria-label="${say(words.cameraPicture)}"></video>
<p class="actions"><button type="button" id="camera-stop" class="button second">${say(words.cameraStop)}</button>
<button type="button" id="camera-light" class="button second" hidden>${say(words.light)}</button></p></div>
<p><button type="button" id="camera-start" class="button">${say(words.cameraStart)}</button></p></div>
<div class="way"><h2>${say(words.file)}</h2>
<p id="file-how">${say(words.fileHow)}</p>
<p class="drop"><input type="file" id="file" class="hidden-visually" aria-describedby="file-how"><label for="file" class="button">${say(words.fileLabel)}</label></p>
<details><summary>${say(words.text)}</summary>
<form id="text-form"><p class="field"><label for="text">${say(words.textLabel)}</label>
<textarea id="text" rows="4" spellcheck="false" autocomplete="off"></textarea></p>
<p><button class="button second">${say(words.check)}</button></p></form></details></div>
<div class="way"><h2>${say(words.typed)}</h2>
<p>${say(words.typedHow)}</p>
<form id="number-form" novalidate><p class="field"><label for="number">${say(words.number)}</label>
<span class="field-error" id="number-missing" hidden>${say(statusWords.numberMissing)}</span>
<input id="number" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"></p>
<p class="field"><label for="code">${say(words.code)}</label>
<span class="field-error" id="code-missing" hidden>${say(statusWords.codeMissing)}</span>
<input id="code" type="text" class="code" placeholder="XXXX-XXXX-XXXX" autocomplete="off" autocapitalize="characters" spellcheck="false"></p>
<p><button class="button second">${say(words.check)}</button></p></form></div>
</div></section>`;
}
