// How it looks where nobody clicks: on paper, in charts, from right to left.
import { writeFileSync } from 'node:fs'
import { story, assert, url, signIn, open, user, until, rows, text, furrow,
	settled } from './kit.mjs'

const goods = [['maize', 'bag'], ['tomato', 'kg'], ['beans', 'kg']]
const longName = 'Wanjiru wa Kamau of the Upper Siaya Women’s Cooperative'

/** Of a day: `n` lines in `places` places; every third is owed.  Beyond thirty
 *  there is somebody with a long name. */
const dayOf = (n, places) => ({ items: Array.from({ length: n }, (_, i) => ({
	what: i % 3 === 2 ? 'owe' : 'bring', code: 'K7' + 'ABCDEFGH'[i % 8] + i,
	line: 1, place: 'Place ' + i % places, area: 'Siaya',
	seller: i % 7 === 0 && n > 30 ? longName : 'Seller ' + i % 7,
	seller_person: 1 + i % 7,
	seller_phone: '+254•••••0' + (10 + i % 7), buyer: 'Buyer ' + i % 11,
	buyer_person: 50 + i % 11, buyer_phone: '+254•••••0' + (50 + i % 11),
	product: goods[i % 3][0], unit: goods[i % 3][1], quantity: 1 + i % 7,
	price: 45, total: 45 * (1 + i % 7), due: 90, currency: 'KES' })) })

const answer = async (page, path, json) => {
	await page.unroute(path)
	await page.route(path, (route) => route.fulfill({ json }))
}

/** Pages of a PDF: each says so of itself. */
const pagesOf = async (page) => (await page.pdf({ preferCSSPageSize: true }))
	.toString('latin1').match(/\/Type\s*\/Page\b/g).length

async function daySheet(page, n, places) {
	await answer(page, '**/api/v1/report/day*', dayOf(n, places))
	await open(page, 'overview')
	await open(page, 'day?date=2026-11-26')
	await settled(page)
}

story('the day sheet on paper has nothing of the screen', async (page) => {
	await signIn(page, user('operator'))
	await daySheet(page, 40, 1)
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
	for (const chrome of ['header.top', 'nav.side', '.bottom', '.filters',
		'.page-head', '.toasts'])
		assert.equal(await page.locator(chrome).first().isVisible(), false,
			chrome)
	assert.equal(await page.locator('button:visible').count(), 0)
	// Black on white, though the reader's screen is dark.
	assert.deepEqual(await page.evaluate(() => [document.body,
		document.querySelector('.sheet-table td')].map((at) =>
		getComputedStyle(at).color).concat(getComputedStyle(document.body)
		.backgroundColor)), ['rgb(0, 0, 0)', 'rgb(0, 0, 0)',
		'rgb(255, 255, 255)'])
	// The place and the day stand in what repeats on each page.
	const heads = page.locator('.sheet-table thead .paper')
	assert.equal(await heads.count(), 2)
	assert.match((await heads.first().innerText()).replace(/\s+/g, ' '),
		/Place 0 · Who brings what.*26 November 2026/)
	assert.equal(await page.locator('.sheet-table thead').first().evaluate(
		(at) => getComputedStyle(at).display), 'table-header-group')
	// Nobody is torn in two, and each is named once.
	assert.equal(await page.locator('.together').first().evaluate((at) =>
		getComputedStyle(at).breakInside), 'avoid')
	assert.equal(await page.locator('tbody', { hasText: 'Seller 3' }).first()
		.locator('text=Seller 3').count(), 1)
})

story('a day sheet takes a page for thirty rows, and one for each place',
	async (page) => {
		await signIn(page, user('operator'))
		for (const [n, places, most] of [[3, 1, 1], [30, 1, 1], [60, 1, 3],
			[200, 4, 12]]) {
			await daySheet(page, n, places)
			const pages = await pagesOf(page)
			assert.ok(pages >= places && pages <= most,
				`${n} rows in ${places} places: ${pages} pages`)
		}
		await daySheet(page, 0, 1)
		await page.waitForSelector('.empty >> text=Nothing is to be brought')
		assert.ok(await page.isDisabled('button:has-text("Print")'))
	})

const dayName = (i) => new Date(Date.UTC(2025, 9, 1) + i * 86400000)
	.toISOString().slice(0, 10)
const sold = (row, amount) => ({ product: 'maize', quantity: 1, unit: 'kg',
	kg: 1, lines: 1, sellers: 1, amount, currency: 'KES', ...row })

async function report(page, by, items) {
	await answer(page, '**/api/v1/report/sales*', { items })
	await open(page, 'overview')
	await open(page, 'reports/sales?by=' + by)
	await settled(page)
}

story('a chart bears much and little, and its table is beside it',
	async (page) => {
		await signIn(page, user('viewer'))
		await report(page, 'day', [])
		await page.waitForSelector('.empty >> text=No figures')
		await report(page, 'day', [sold({ day: dayName(0) }, 5)])
		assert.equal(await page.locator('#main .chart').count(), 0)
		assert.equal(await page.locator('#main .table tbody tr').count(), 1)
		// 400 days of which every second is there; the last is reached by
		// keyboard, and has its figures below the chart.
		await report(page, 'day', Array.from({ length: 200 }, (_, i) =>
			sold({ day: dayName(2 * i) }, 1e12 + i)))
		await page.waitForSelector('.chart canvas')
		assert.equal(await page.locator('#main .table tbody tr').count(), 200)
		await page.focus('.chart')
		await page.keyboard.press('End')
		await page.waitForSelector('.u-legend >> text=3 Nov')
		await page.waitForSelector('.u-legend >> text=1,000,000,000,199')
		await page.keyboard.press('ArrowLeft')
		await page.waitForSelector('.u-legend >> text=2 Nov')
	})

story('of 300 sellers the first twelve are ranked, the rest is one row',
	async (page) => {
		await signIn(page, user('viewer'))
		await report(page, 'seller', Array.from({ length: 300 }, (_, i) =>
			sold({ seller: 'Seller ' + i }, i)))
		const ranks = page.locator('.ranks li')
		assert.equal(await ranks.count(), 13)
		assert.match(await ranks.first().innerText(), /Seller 299\s+KES 299/)
		assert.match(await ranks.last().innerText(),
			/288 others\s+KES 41,328\s+92%/)
		assert.equal(await page.locator('#main .table tbody tr').count(), 300)
		await report(page, 'seller', [sold({ seller: 'Only one' }, 7)])
		assert.equal(await ranks.count(), 0)
	})

const arabic = 'فاطمة الزهراء', hebrew = 'רחל כהן'

story('right to left: the page turns, numbers and codes do not',
	async (page) => {
		const file = process.env.FURROW_DIR + '/rtl.csv'
		writeFileSync(file, 'phone,name,roles,place,area,lang\n' +
			`+254711000005,${arabic},buyer,سوق,Siaya,en\n` +
			`+254711000089,${hebrew} 7,seller,,Siaya,en\n`)
		furrow('person', 'import', file)
		await signIn(page, user('operator'))
		await text(page, 'Moussa', '5 kg beans')
		const { id } = await until(() => rows('order', 'list').find((row) =>
			row.buyer === '+254711000005'), 'the order')
		await page.goto(url + '?dir=rtl#/orders/' + id)
		await page.reload()
		await page.waitForSelector('.timeline')
		const at = (selector) => page.locator(selector).first().boundingBox()
		const [side, main, dot] = [await at('nav.side'), await at('#main'),
			await at('.timeline strong')]
		assert.ok(side.x > main.x, 'the menu is at the right')
		// The words of the timeline begin at its right.
		assert.ok(dot.x + dot.width > main.x + main.width / 4)
		const direction = (selector) => page.locator(selector).first()
			.evaluate((one) => [getComputedStyle(one).direction,
				getComputedStyle(one).unicodeBidi])
		assert.deepEqual(await direction('bdi.number'), ['ltr', 'isolate'])
		assert.match(await page.innerText('h1'), /\u2068#[A-Z0-9]+\u2069/)
		await page.evaluate(() => { window.location.hash = '#/log' })
		await page.waitForSelector('.way .arrow')
		assert.equal(await page.locator('.way .arrow').first().evaluate(
			(one) => getComputedStyle(one).transform),
		'matrix(-1, 0, 0, 1, 0, 0)')
		assert.deepEqual(await direction('.code'), ['ltr', 'isolate'])
		await page.evaluate(() => { window.location.hash = '#/people' })
		await settled(page)
		for (const name of [arabic, hebrew]) {
			// The list may be longer than what is shown at first.
			const more = page.locator('#main .pager > button')
			while (!(await page.locator(`td bdi >> text=${name}`).count()) &&
				await more.count()) {
				await more.first().click()
				await settled(page)
			}
			await page.waitForSelector(`td bdi >> text=${name}`)
		}
		// On a phone, too, nothing sticks out.
		await page.setViewportSize({ width: 390, height: 800 })
		for (const name of ['people', 'log', 'reports', 'day', 'overview',
			'conversations', 'links']) {
			await page.evaluate((to) => { window.location.hash = '#/' + to },
				name)
			await settled(page)
			assert.ok(await page.evaluate(() =>
				document.documentElement.scrollWidth) <= 390, name)
		}
	})
