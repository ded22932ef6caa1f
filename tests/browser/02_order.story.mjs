// The main job: an order from a buyer's text to fulfilled, seen as it happens;
// then found again, and taken away as a file.
import { readFileSync } from 'node:fs'
import { story, assert, signIn, open, user, visit, until, rows, text,
	ask } from './kit.mjs'

const shown = (page, name) => page.locator(`section[aria-label="${name}"]`)

async function say(phones, name, words) {
	await shown(phones, name).locator('input[name=text]').fill(words)
	await shown(phones, name).locator('button:has-text("Send")').click()
}

const heard = (phones, name, words) => phones.waitForSelector(
	`section[aria-label="${name}"] li.bubble:not(.out) >> text=${words}`)

let code

story('an order is followed live from the first text to fulfilled',
	async (phones) => {
		await signIn(phones, user('operator'))
		await open(phones, 'phones?show=Amina,Juma')
		const list = await visit()
		await signIn(list, user('admin'))
		await open(list, 'orders?state=')
		// Once it is open nobody reloads it: all else comes by itself.
		await list.evaluate(() => { window.sameAsBefore = true })
		await say(phones, 'Amina', '3 bags maize')
		const question = await heard(phones, 'Juma', '/#[A-Z0-9]{3,5}/')
		code = (await question.innerText()).match(/#([A-Z0-9]{3,5})/)[1]
		const row = list.locator('tr', { hasText: '#' + code })
		await row.waitFor()
		await row.locator('text=offered').waitFor()
		await row.locator('a.row-link').click()
		await list.waitForSelector('text=Who was asked, and why')
		assert.match(await list.innerText('.proposals li p.small:not(.muted)'),
			/\w+ \w+/)
		await say(phones, 'Juma', 'YES ' + code)
		await heard(phones, 'Amina', `/${code}[^]*/`)
		await list.waitForSelector('.timeline >> text=confirmed')
		await say(phones, 'Juma', 'DONE ' + code)
		await until(() => rows('order', 'show', code)[0].lines[0].done,
			'the seller brought it')
		await say(phones, 'Amina', 'GOT ' + code)
		await list.waitForSelector('.timeline >> text=fulfilled')
		assert.equal(await list.evaluate(() => window.sameAsBefore), true)
		assert.deepEqual(list.complaints, [])
		await list.context().close()
		assert.equal(rows('order', 'show', code)[0].lines[0].state,
			'fulfilled')
	})

async function searchFor(page, words) {
	await page.fill('#search', words)
	await page.keyboard.press('Enter')
}

story('search finds a code, a number and words of any script', async (page) => {
	await signIn(page, user('operator'))
	await text(page, 'Li_Wei', '我要五公斤番茄明天送')
	await text(page, 'Zawadi', 'xylophone please')
	await until(() => rows('log').filter((row) => row.direction === 'in' &&
		/番茄|xylophone/.test(row.text)).length === 2, 'both texts')
	await open(page, 'overview')
	await searchFor(page, code.toLowerCase())
	await page.waitForSelector(`h1:has-text("#${code}")`)
	for (const [words, found] of [['xylophone', 'xylophone please'],
		['番茄', '我要五公斤番茄'], ['0711 000 003', 'xylophone'],
		['maize bags', '3 bags maize']]) {
		await searchFor(page, words)
		await page.waitForSelector(`#main td >> text=${found}`)
	}
	await searchFor(page, 'nobodyeverwrotethis')
	await page.waitForSelector('text=No texts fit.')
})

story('a list is a file, and no cell of it is a formula', async (page) => {
	await signIn(page, user('operator'))
	await text(page, 'Zawadi', '=HYPERLINK("http://evil.example","x")')
	await until(() => rows('log').some((row) => row.text.startsWith('=HYP')),
		'the formula')
	for (const [name, wanted] of [['orders', code], ['log', '\'=HYPERLINK']]) {
		await open(page, name)
		const coming = page.waitForEvent('download')
		await page.click('a:has-text("CSV")')
		const csv = readFileSync(await (await coming).path(), 'utf8')
		assert.ok(csv.includes(wanted), csv.slice(0, 500))
		assert.doesNotMatch(csv, /(^|,|\n)"?[=+@]/)
		// Masked as on the page.
		assert.doesNotMatch(csv, /254711000001/)
	}
	assert.equal((await ask(page, 'GET', '/api/v1/orders.csv')).status, 200)
})
