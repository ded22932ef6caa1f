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
	{ name: 'phones', group: 'day', key: 'p', role: 'viewer', demo: true,
		load: () => import('../page/phones.js') },
	{ name: 'people', group: 'market', key: 'e', role: 'viewer',
		load: () => import('../page/people.js') },
	{ name: 'offers', group: 'market', key: 'f', role: 'viewer',
		load: () => import('../page/offers.js') },
	{ name: 'sales', group: 'market', key: 's', role: 'viewer',
		load: () => import('../page/sales.js') },
	{ name: 'reports', group: 'market', key: 'r', role: 'viewer',
		load: () => import('../page/reports.js') },
	{ name: 'day', group: 'market', key: 'd', role: 'viewer',
		load: () => import('../page/day.js') },
	{ name: 'links', group: 'works', key: 'i', role: 'viewer',
		load: () => import('../page/links.js') },
	{ name: 'queue', group: 'works', key: 'q', role: 'viewer',
		load: () => import('../page/queue.js') },
	{ name: 'users', group: 'house', key: 'u', role: 'admin',
		load: () => import('../page/users.js') },
	{ name: 'audit', group: 'house', key: 'a', role: 'admin',
		load: () => import('../page/audit.js') },
	{ name: 'backups', group: 'house', key: 'b', role: 'admin',
		load: () => import('../page/backups.js') },
	{ name: 'webhooks', group: 'house', key: 'w', role: 'admin',
		load: () => import('../page/webhooks.js') },
	{ name: 'privacy', group: 'house', key: 'y', role: 'admin',
		load: () => import('../page/privacy.js') },
];

export const pageOf = (name) => PAGES.find((page) => page.name === name);

export const mayOpen = (page, me) => can(me, page.role) &&
	(!page.demo || me.demo);
