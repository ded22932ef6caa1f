// shots - a picture of every page for docs/console.md, when BROWSER_SHOTS names
// a folder: after the stories, so that there is something to see.
import { signIn, open, settled, user, visit, rows, url } from './kit.mjs'

const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 800 }

/** [picture, page, how]; %o and %m are an order and a text of the market. */
const pictures = [
	['overview', 'overview'], ['orders', 'orders'], ['order', 'orders/%o'],
	['conversations', 'conversations'], ['conversation', 'conversations/%p'],
	['log', 'log'], ['message', 'log/%m'], ['phones', 'phones'],
	['people', 'people'], ['person', 'people/%p'], ['offers', 'offers'],
	['sales', 'sales'], ['reports', 'reports'], ['day', 'day'],
	['links', 'links'], ['queue', 'queue'], ['users', 'users'],
	['tokens', 'users/tokens'], ['audit', 'audit'], ['backups', 'backups'],
	['webhooks', 'webhooks'], ['privacy', 'privacy'], ['me', 'me'],
	['overview-dark', 'overview', { colorScheme: 'dark' }],
	['order-dark', 'orders/%o', { colorScheme: 'dark' }],
	['orders-390', 'orders', { viewport: narrow }],
	['conversation-390-dark', 'conversations/%p',
		{ viewport: narrow, colorScheme: 'dark' }],
]

const save = async (page, name) => {
	await page.waitForTimeout(300)
	await page.screenshot({ path: `${process.env.BROWSER_SHOTS}/${name}.png`,
		animations: 'disabled' })
}

export async function takeShots() {
	const order = rows('order', 'list').find((row) =>
		row.state === 'fulfilled')
	const text = rows('log').find((row) => row.direction === 'in')
	const looks = new Map()
	const stranger = await visit({ viewport: wide })
	await stranger.goto(url)
	await stranger.waitForSelector('input')
	await save(stranger, 'sign-in')
	for (const [name, address, how = {}] of pictures) {
		const kind = JSON.stringify(how)
		if (!looks.has(kind)) {
			const page = await visit({ viewport: wide, ...how })
			await signIn(page, user('admin'))
			looks.set(kind, page)
		}
		const page = looks.get(kind)
		await open(page, address.replace('%o', order.id)
			.replace('%m', text.id).replace('%p', '1'))
		await settled(page)
		await save(page, name)
	}
}
