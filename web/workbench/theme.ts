/** How the workbench looks: the colours of the public pages, dense, on a light ground. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eef5fa',
  '#dce9f2',
  '#b6d1e4',
  '#8cb7d4',
  '#5f97bd',
  '#2f749f',
  '#155b85',
  '#0b4a6f',
  '#083d5c',
  '#062e46',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  colors: { petrol },
  black: '#15212c',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", "Liberation Mono", Menlo, monospace',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What locks scrolling puts a style element into the page, which the policy forbids.
    // Dialogs stand within the main part: their heads are no second banner of the page.
    Modal: { defaultProps: { lockScroll: false, centered: true, portalProps: { target: '#main' } } },
    Drawer: { defaultProps: { lockScroll: false, portalProps: { target: '#main' } } },
    Button: { defaultProps: { size: 'sm' } },
  },
});

/** Greys and light grounds of the library that miss 4.5 : 1. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': '#47535f',
    '--mantine-color-placeholder': '#5b6873',
    '--mantine-color-anchor': '#0b4a6f',
    '--mantine-color-error': '#9a1b1b',
    '--mantine-color-default-border': '#74818d',
  },
  light: {
    // Lines around fields and boxes to tick: 3 : 1.
    '--mantine-color-gray-4': '#74818d',
    '--mantine-color-dimmed': '#47535f',
    '--mantine-color-placeholder': '#5b6873',
    '--mantine-color-anchor': '#0b4a6f',
    '--mantine-color-error': '#9a1b1b',
    '--mantine-color-default-border': '#74818d',
  },
  dark: {},
});
