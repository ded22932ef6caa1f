// The day's work without a mouse: every key is pressed as a hand would.
import { story, longStory, assert, url, password, signIn, open, user, visit, until, text,
	rows, change, settled, walk, viewerPages, adminPages } from './kit.mjs'

/** What has the focus: its name as it is read out, its element, and whether it
 *  is in a dialog. */
const here = (page) => page.evaluate(() => {
	const at = document.activeElement
	return at === document.body ? { name: '', tag: 'BODY' } : {
	name: (at.getAttribute('aria-label') ??
		(at.labels?.[0] ?? at).innerText ?? '').trim().split('\n')[0],
	tag: at.tagName, dialog: at.closest('dialog') !== null }
})

/** Tab until what is called so has the focus. */
async function tabTo(page, name, most = 90) {
	const seen = []
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab')
		const at = await here(page)
		if (name instanceof RegExp ? name.test(at.name) : at.name === name)
			return at
		seen.push(at.name)
	}
	return assert.fail(`no Tab reaches ${name}: ${seen.join(', ')}`)
}

const title = (page, words) => page.waitForFunction((wanted) =>
	document.activeElement.tagName === 'H1' &&
	document.activeElement.textContent.includes(wanted), words)

async function offered(page) {
	await text(page, 'Amina', '2 kg tomatoes')
	return until(() => rows('order', 'list').find((row) =>
		row.state === 'offered' && row.product === 'tomato'), 'an order')
}

story('keyboard: sign in, find an order, accept it', async (page) => {
	await page.goto(url)
	await page.waitForSelector('input[name=name]:focus')
	await page.keyboard.type(user('operator'))
	await page.keyboard.press('Tab')
	await page.keyboard.type(password)
	await page.keyboard.press('Enter')
	await title(page, 'Overview')
	const order = await offered(page)
	// The first stop leads past the menu, and shows itself.
	await tabTo(page, 'Skip to the page')
	assert.ok((await page.locator('.skip').boundingBox()).y >= 0)
	await page.keyboard.press('Enter')
	await title(page, 'Overview')
	// By the menu; a page that opens has the keyboard at its title.
	await tabTo(page, 'Orders')
	await page.keyboard.press('Enter')
	await title(page, 'Orders')
	assert.equal(await page.getAttribute('nav.side a[aria-current=page]',
		'href'), '#/orders')
	// A filter acts while the keyboard stays on it.
	await tabTo(page, /^State/)
	for (let i = 0; i < 3; i++)
		await page.keyboard.press('ArrowDown')
	await page.waitForFunction(() => /state=offered/.test(window.location))
	assert.match((await here(page)).name, /^State/)
	await tabTo(page, `#${order.code}`)
	await page.keyboard.press('Enter')
	await title(page, order.code)
	// A question keeps the keyboard, Escape gives it back.
	await tabTo(page, 'Accept')
	await page.keyboard.press('Enter')
	await page.waitForSelector('dialog[open]')
	assert.ok((await here(page)).dialog)
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press(i < 6 ? 'Tab' : 'Shift+Tab')
		const at = await here(page)
		// Chromium's own window is a stop, too.
		assert.ok(at.dialog || at.tag === 'BODY', at.name)
	}
	await page.keyboard.press('Escape')
	await page.waitForSelector('dialog[open]', { state: 'detached' })
	assert.equal((await here(page)).name, 'Accept')
	// What takes its own button away leads to what stands there then.
	await page.keyboard.press('Enter')
	await page.waitForSelector('dialog[open]')
	await tabTo(page, 'Accept', 6)
	await page.keyboard.press('Enter')
	await page.waitForSelector('.toasts >> text=is accepted')
	await page.waitForSelector('#main .card-head >> text=confirmed')
	await page.waitForFunction(() =>
		document.activeElement.closest('.line-acts') !== null)
	assert.equal(rows('order', 'show', order.code)[0].lines[0].state,
		'confirmed')
})

story('keyboard: answer a text', async (page) => {
	await signIn(page, user('operator'))
	await title(page, 'Overview')
	await page.keyboard.press('g')
	await page.keyboard.press('c')
	await title(page, 'Texts')
	await page.waitForSelector('.talk')
	await tabTo(page, /^Amina/)
	await page.keyboard.press('Enter')
	await title(page, 'Amina')
	await tabTo(page, 'Write a text', 200)
	await page.keyboard.type('Your tomatoes come at noon.')
	await page.keyboard.press('Control+Enter')
	await page.waitForSelector('.bubble.out >> text=tomatoes come at noon')
	// Ready for the next one.
	assert.equal((await here(page)).name, 'Write a text')
	assert.equal(await page.inputValue('.reply textarea'), '')
	// Keys that lead elsewhere are letters while one writes.
	await page.keyboard.type('go?')
	assert.equal(await page.inputValue('.reply textarea'), 'go?')
})

story('keyboard: a table from row to row', async (page) => {
	await signIn(page, user('operator'))
	await open(page, 'log')
	await settled(page)
	const links = page.locator('#main .row-link')
	const at = () => page.evaluate(() => [...document.querySelectorAll(
		'#main .row-link')].indexOf(document.activeElement))
	await links.first().focus()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowDown')
	assert.equal(await at(), 2)
	await page.keyboard.press('ArrowUp')
	assert.equal(await at(), 1)
	const address = await links.nth(1).getAttribute('href')
	await page.keyboard.press('Enter')
	await title(page, 'Text')
	assert.ok(page.url().endsWith(address))
	await page.keyboard.press('?')
	await page.waitForSelector('dialog[open] >> text=From row to row')
	await page.keyboard.press('Escape')
	await title(page, 'Text')
})

story('keyboard: the menu on a phone\'s screen', async (wide) => {
	const page = await visit({ viewport: { width: 390, height: 800 } })
	await signIn(page, user('operator'))
	await title(page, 'Overview')
	await tabTo(page, 'More')
	await page.keyboard.press('Enter')
	await page.waitForSelector('dialog[open] nav')
	assert.deepEqual(await here(page), { name: 'Overview', tag: 'A',
		dialog: true })
	await page.keyboard.press('Escape')
	assert.equal((await here(page)).name, 'More')
	await page.keyboard.press('Enter')
	await tabTo(page, 'People', 20)
	await page.keyboard.press('Enter')
	await title(page, 'People')
	assert.equal(await page.locator('dialog[open]').count(), 0)
	// Filters fold away, and open where the keyboard is.
	await settled(page)
	await tabTo(page, /^Filter/)
	await page.keyboard.press('Enter')
	await tabTo(page, 'Number', 1)
	assert.deepEqual(page.complaints, [])
	await page.context().close()
	assert.deepEqual(wide.complaints, [])
})

longStory('keyboard: a list of several pages stays where one is', async (page) => {
	await signIn(page, user('operator'))
	await page.evaluate(async () => {
		const me = await (await fetch('api/v1/me')).json()
		for (let i = 0; i < 70; i++)
			await fetch('api/v1/messages', { method: 'POST', headers: {
				'X-CSRF-Token': me.csrf,
				'Content-Type': 'application/json' },
			body: JSON.stringify({ to: '+2547990001' +
				String(i).padStart(2, '0'), text: `row ${i}` }) })
	})
	await open(page, 'log?follow=1')
	await settled(page)
	await tabTo(page, 'Show more', 200)
	await page.keyboard.press('Enter')
	await page.waitForFunction(() =>
		document.querySelectorAll('#main .row-link').length > 60)
	const row = page.locator('tr', { hasText: 'row 5' }).last()
	await row.locator('.row-link').focus()
	const y = (await row.boundingBox()).y
	await change(page, '/api/v1/messages', { to: '+254799000200',
		text: 'came meanwhile' })
	// It is there, and who reads further down is told and not moved.
	await page.waitForSelector('.news >> text=new')
	await page.waitForSelector('td >> text=came meanwhile')
	assert.equal(await row.locator('.row-link').evaluate((at) =>
		at === document.activeElement), true)
	assert.ok(Math.abs((await row.boundingBox()).y - y) < 40)
	await page.locator('.news button').focus()
	await page.keyboard.press('Enter')
	await page.waitForFunction(() => window.scrollY === 0 &&
		document.activeElement.matches('.row-link'))
	assert.equal(await page.locator('.news button').count(), 0)
})

/** All that Tab reaches in the page, and how it looks there. */
async function stops(page, round) {
	const found = []
	for (let i = 0; i < 300; i++) {
		await page.keyboard.press('Tab')
		const at = await page.evaluate((turn) => {
			const it = document.activeElement
			const style = getComputedStyle(it)
			const box = it.getBoundingClientRect()
			// Day, month and year are three stops of one field.
			if (it.type === 'date' && it === window.stoodAt)
				return false
			window.stoodAt = it
			if (it.dataset.seen === turn)
				return null
			it.dataset.seen = turn
			if (it === document.body)
				return { name: 'the window', ring: true, sight: true }
			return { name: it.outerHTML.slice(0, 90),
				ring: style.outlineStyle !== 'none' &&
					parseFloat(style.outlineWidth) >= 2,
				sight: box.bottom > 0 && box.top < innerHeight &&
					box.right > 0 && box.left < innerWidth }
		}, round)
		if (at === null)
			break
		if (at)
			found.push(at)
	}
	return found
}

for (const width of [1280, 390])
	(width < 400 ? longStory : story)(`keyboard: everything is reached and seen, ${width} wide`,
		async (wide) => {
			const page = await visit({ viewport: { width, height: 800 } })
			await signIn(page, user('admin'))
			await walk(page, [...viewerPages, ...adminPages],
				async (name) => {
					const all = await stops(page, name)
					assert.ok(all.length > 8, name)
					assert.deepEqual(all.filter((at) =>
						!at.ring || !at.sight), [], name)
				})
			await page.context().close()
			assert.deepEqual(wide.complaints, [])
		})
