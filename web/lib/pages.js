/* pages - the table of the console's pages: one row, one file in page/.
 *
 * name   in the address: #/NAME or #/NAME/ID
 * load   fetches the file, which exports the page as its default:
 *        function Page({id, query}); it is loaded when it is first opened
 * group  where it stands in the menu; '' not there
 * role   the least that may see it
 * key    pressed after g
 * demo   only there while furrowd runs with simulated phones
 * words  the menu's text is t('page.NAME') */
import { can } from './me.js';

export const GROUPS = ['day', 'market', 'works', 'house'];

export const PAGES = [
	{ name: 'overview', group: 'day', key: 'h', role: 'viewer',
		load: () => import('../page/overview.js') },
	{ name: 'orders', group: 'day', key: 'o', role: 'viewer',
		load: () => import('../page/orders.js') },
	{ name: 'conversations', group: 'day', key: 'c', role: 'viewer',
		load: () => import('../page/conversations.js') },
	{ name: 'log', group: 'day', key: 'l', role: 'viewer',
		load: () => import('../page/log.js') },
	{ name: 'me', group: '', key: 'm', role: 'viewer',
		load: () => import('../page/me.js') },
];

export const pageOf = (name) => PAGES.find((page) => page.name === name);

export const mayOpen = (page, me) => can(me, page.role) &&
	(!page.demo || me.demo);
