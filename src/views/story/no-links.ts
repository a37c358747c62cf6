import type { AddressLinks } from '../address-links.ts';

/** On a slide nothing leads elsewhere. */
export const NO_LINKS: AddressLinks = { go: () => undefined, href: () => '' };
