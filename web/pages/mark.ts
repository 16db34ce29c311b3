/** The mark of the product: a bridge over a river between two banks. Takes the colour of the text around it. */
import { html } from './html.ts';

export const mark = html`<svg class="mark" viewBox="2 4 28 25" width="32" height="32" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor" stroke-linecap="round" stroke-width="2.6"><path d="M4 15h24M8 15a8 8 0 0 1 16 0"/><path d="M5 15v11.5M27 15v11.5" stroke-width="3"/><path d="M10 23.5q2-2.4 4 0t4 0t4 0"/></g></svg>`;
