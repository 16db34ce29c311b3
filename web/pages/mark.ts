/** The mark of the product: a bridge over a river between two banks. Takes the colour of the text around it. */
import { html } from './html.ts';

export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M2 13h28M6 13a10 10 0 0 1 20 0M11 13V6.3M16 13V3.5M21 13V6.3" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><path d="M2 13v16M30 13v16" stroke="currentColor" stroke-width="3.2" stroke-linecap="round"/><path d="M7 21q3-3 6 0t6 0t6 0M7 27q3-3 6 0t6 0t6 0" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/></svg>`;
