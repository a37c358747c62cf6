import type { LinkTo } from '../components/link-to.ts';
import type { Address } from '../state/address.ts';
import type { Navigation } from '../state/navigation.svelte.ts';

/** Ways to other addresses of the page. */
export type AddressLinks = Pick<Navigation, 'go' | 'href'>;

/** A link to what the address becomes with that change. */
export function linkTo(links: AddressLinks, text: string, change: Partial<Address>): LinkTo {
  return { text, href: links.href(change), onfollow: () => links.go(change) };
}
