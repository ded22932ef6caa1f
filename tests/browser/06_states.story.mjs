// When things are not well: furrowd away, the session over, what is not there
// or not allowed, a slow line, an empty market, a file that does not come.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { story, longStory, assert, password, signIn, open, user, visit, until,
	settled, ownFurrowd, url } from './kit.mjs'

/** A furrowd of the story's own (`more`: in its furrow.conf), ended with it; what the browser says of
 *  questions that then get no answer is no news. */
const withOwn = (name, run, more) => async (page) => {
	const own = await ownFurrowd(name, more)
	try {
		await run(page, own)
	} finally {
		await own.stop()
	}
	page.complaints = page.complaints.filter((line) =>
		!/net::ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(line))
}

const reply = 'main .reply textarea'

story('furrowd goes away and comes back: nothing typed is lost', withOwn('away',
	async (page, own) => {
		own.user('grace', 'admin')
		await signIn(page, 'grace', own.url)
		await open(page, 'conversations?phone=%2B254711000001', own.url)
		await page.waitForSelector('.live.live')
		await page.fill(reply, 'Half of a sen')
		await own.stop()
		await page.waitForSelector('.away >> text=furrow does not answer')
		await page.waitForSelector('.live.gone')
		assert.ok((await page.locator('.live.gone').boundingBox()).width <= 12)
		// What is sent now: nobody knows what became of it, and it says so.
		await page.click('.reply button')
		await page.waitForSelector('.reply [role=alert] >> text=nobody knows')
		assert.equal(await page.inputValue(reply), 'Half of a sen')
		await page.fill(reply, 'Half of a sentence')
		await own.start()
		// As a phone that finds its network again; else it is tried less and
		// less often.
		await page.evaluate(() => dispatchEvent(new Event('online')))
		await page.waitForSelector('.live.live')
		await page.waitForSelector('.away >> text=furrow',
			{ state: 'detached' })
		await page.waitForSelector('.toasts >> text=furrow answers again')
		assert.equal(await page.inputValue(reply), 'Half of a sentence')
	}))

story('a page that got no answer asks again by itself', withOwn('again',
	async (page, own) => {
		own.user('grace', 'admin')
		await signIn(page, 'grace', own.url)
		await open(page, 'people', own.url)
		await page.waitForSelector('.live.live')
		await open(page, 'overview', own.url)
		await settled(page)
		await own.stop()
		await page.waitForSelector('.away p')
		// Its file is here, its rows are not.
		await page.evaluate(() => { window.location.hash = '#/people' })
		await page.waitForSelector('#main .trouble >> text=No answer')
		await own.start()
		// No button is pressed.
		await page.evaluate(() => dispatchEvent(new Event('online')))
		await page.waitForSelector('#main >> text=Nobody is on the list yet.')
	}))

/** What comes first tells the page: an answer to this, or the events' end. */
const tryToSend = (page) => page.evaluate(() =>
	document.querySelector('.reply button')?.click())

story('a session that ends leads back to the same page and the same words',
	withOwn('over', async (page, own) => {
		own.user('grace', 'admin')
		await signIn(page, 'grace', own.url)
		await open(page, 'conversations?phone=%2B254711000001', own.url)
		await page.fill(reply, 'Your maize comes at')
		own.furrow(['user', 'logout', 'grace'])
		await tryToSend(page)
		await page.waitForSelector('.gate >> text=what you were writing is kept')
		// Nothing of the page is left for whoever passes by.
		assert.equal(await page.locator('#main').count(), 0)
		await page.fill('input[name=name]', 'grace')
		await page.fill('input[type=password]', 'not this one')
		await page.keyboard.press('Enter')
		await page.waitForSelector('.gate [role=alert]')
		await page.fill('input[type=password]', password)
		await page.keyboard.press('Enter')
		await page.waitForSelector(reply)
		assert.match(page.url(), /conversations\?phone=%2B254711000001$/)
		assert.equal(await page.inputValue(reply), 'Your maize comes at')
		// It was not sent, and it is nobody else's.
		assert.equal(own.furrow(['log', '--json']).trim(), '')
		own.user('eve', 'operator')
		own.furrow(['user', 'logout', 'grace'])
		await tryToSend(page)
		await page.fill('.gate input[name=name]', 'eve')
		await page.fill('input[type=password]', password)
		await page.keyboard.press('Enter')
		await page.waitForSelector(reply)
		assert.equal(await page.inputValue(reply), '')
	}))

story('what is begun while a text is being sent stays', async (page) => {
	await signIn(page, user('operator'))
	await open(page, 'conversations?phone=%2B254711000001')
	let free
	const held = new Promise((done) => { free = done })
	await page.route('**/api/v1/messages', async (route) => {
		await held
		await route.continue()
	})
	await page.fill(reply, 'The first one')
	await page.click('.reply button')
	await page.waitForSelector('.reply button:has-text("One moment")')
	await page.fill(reply, 'The next')
	free()
	await page.waitForSelector('.toasts >> text=on its way')
	assert.equal(await page.inputValue(reply), 'The next')
})

story('an empty market says what to do first', withOwn('empty',
	async (page, own) => {
		await page.goto(own.url)
		await page.click('text=First run?')
		await page.fill('input[name=code]', own.code())
		await page.fill('input[name=name]', 'grace')
		await page.fill('input[type=password]', password)
		await page.keyboard.press('Enter')
		await page.waitForSelector('.steps >> text=Add the sellers')
		for (const [name, words] of [['orders', 'No orders yet'],
			['log', 'No texts yet'], ['people', 'Nobody is on the list yet'],
			['offers', 'Nobody offers anything yet'],
			['conversations', 'Nobody has written yet'],
			['day', 'Nothing is to be brought'],
			['reports', 'No figures for this time']]) {
			await open(page, name, own.url)
			await page.waitForSelector(`.empty >> text=${words}`)
			assert.ok((await page.innerText('.empty')).split('\n')
				.filter(Boolean).length >= 2, name)
		}
		await open(page, 'orders?state=offered', own.url)
		await page.waitForSelector('.empty >> text=Clear the filter')
		writeFileSync(own.dir + '/people.csv',
			'phone,name,roles\n+254711000001,Juma,seller\n')
		own.furrow(['person', 'import', own.dir + '/people.csv'])
		const asked = page.waitForResponse((answer) =>
			answer.url().includes('/people?limit=1'))
		await open(page, 'overview', own.url)
		await (await asked).finished()
		await page.waitForSelector('.chart canvas')
		assert.equal(await page.locator('.steps').count(), 0)
	}))

longStory('after a restore the held texts wait for a person', withOwn('restored',
	async (page, own) => {
		own.furrow(['backup', 'keygen', own.dir + '/key'])
		mkdirSync(own.dir + '/stick')
		own.user('grace', 'admin')
		for (const phone of ['+254711000001', '+254711000002'])
			own.furrow(['send', phone, 'Your maize comes tomorrow.'])
		await signIn(page, 'grace', own.url)
		await open(page, 'backups', own.url)
		const card = (name) => page.locator('.link-card', { hasText: name })
		await card('far').locator('.badge:has-text("none yet")').waitFor()
		await card('stick').locator('button').click()
		await card('stick').locator('.badge:has-text("good")').waitFor()
		await card('far').locator('button').click()
		await card('far').locator('.badge:has-text("failed")').waitFor()
		await card('far').locator('text=No such file').waitFor()
		await own.stop()
		const [file] = readdirSync(own.dir + '/stick')
		own.furrow(['restore', `${own.dir}/stick/${file}`, '--key',
			own.dir + '/key.secret', '--to', own.dir + '/furrow.db',
			'--replace'])
		await own.start()
		await signIn(page, 'grace', own.url)
		await open(page, 'backups', own.url)
		await page.click('text=2 texts from before the restore')
		await page.waitForSelector('tbody .badge:has-text("held")')
		assert.equal(await page.locator('#main tbody tr').count(), 2)
		// No button's word is torn in two.
		assert.ok((await page.locator('tbody button').first().boundingBox())
			.height < 40)
		await page.click('text=Release all')
		await page.waitForSelector('dialog >> text=arrives twice')
		await page.click('dialog button[type=submit]')
		await page.waitForSelector('.empty >> text=Nothing waits')
		assert.equal(own.furrow(['queue', 'held', '--json']).trim(), '')
		// The chain is another than was signed: told as what it is, accepted.
		await open(page, 'audit', own.url)
		await page.click('text=Verify the chain')
		await page.waitForSelector('.notice >> text=A backup was restored')
		await page.click('text=Accept this store')
		await page.fill('dialog[open] [name=reason]', 'the disk broke')
		await page.click('dialog[open] [type=submit]')
		await page.waitForSelector('.good-text >> text=a restore was accepted')
		await page.waitForSelector('tbody >> text=the disk broke')
		assert.match(own.furrow(['audit', 'verify']), /is whole/)
	}, `backup stick { to = "stick"  key-file = "key.public"  mount = false }
		backup far { to = "nowhere"  key-file = "key.public"  mount = false }`))

story('who may not see a page is told who may', async (page) => {
	await signIn(page, user('viewer'))
	await open(page, 'overview')
	await page.goto(url + '#/audit')
	await page.waitForSelector('.empty >> text=needs the role: admin')
	assert.match(await page.innerText('.empty'), /the-viewer/)
})

story('what is not there is said kindly, with a way on', async (page) => {
	await signIn(page, user('admin'))
	await open(page, 'orders/Z9Z')
	await page.waitForSelector('.empty >> text=There is no order Z9Z.')
	await page.click('.empty a')
	await page.waitForSelector('h1:has-text("Orders")')
	await open(page, 'log/999999')
	await page.waitForSelector('.empty >> text=There is no such text.')
	await page.goto(url + '#/nowhere')
	await page.waitForSelector('.empty >> text=There is no such page.')
})

story('furrowd\'s refusals are told in the reader\'s language', async (page) => {
	await signIn(page, user('operator'))
	await open(page, 'people')
	await settled(page)
	for (const [status, words, more = {}] of [
		[409, /cannot be done now\. sold already/],
		[413, /too large/], [503, /Not just now/],
		[429, /Wait 1m 30s/, { 'Retry-After': '90' }],
		[500, /furrow could not do this/]]) {
		await page.route('**/api/v1/people', (route) => route.fulfill({
			status, contentType: 'application/problem+json', headers: more,
			body: JSON.stringify({ title: 'No', status,
				detail: 'sold already' }) }))
		await page.click('text=Add a person')
		await page.fill('dialog input[name=phone]', '+254799000009')
		await page.fill('dialog input[name=name]', 'Kept')
		await page.click('dialog button[type=submit]')
		await page.waitForSelector('dialog [role=alert]')
		assert.match((await page.innerText('dialog [role=alert]'))
			.replace(/\s+/g, ' '), words)
		// The form is as it was.
		assert.equal(await page.inputValue('dialog input[name=name]'), 'Kept')
		await page.keyboard.press('Escape')
		await page.unroute('**/api/v1/people')
	}
	page.complaints = []
})

story('too many wrong passwords: it says how long to wait', withOwn('often',
	async (page, own) => {
		await page.goto(own.url)
		await until(async () => {
			await page.fill('input[name=name]', 'grace')
			await page.fill('input[type=password]', 'wrong wrong wrong')
			await page.click('.gate button.main:not([disabled])')
			await page.waitForSelector('.gate button.main:not([disabled])')
			return /Wait \d+/.test(await page.innerText('.gate'))
		}, 'a word about waiting')
	}))

story('a slow line shows first nothing, then bones, then words', async (page) => {
	await signIn(page, user('admin'))
	await open(page, 'overview')
	await settled(page)
	let free
	const held = new Promise((done) => { free = done })
	await page.route('**/api/v1/orders?*', async (route) => {
		await held
		await route.continue()
	})
	await page.evaluate(() => { window.location.hash = '#/orders' })
	const loading = page.locator('#main .filters ~ .loading')
	await loading.waitFor({ state: 'attached' })
	// A page's clock would have to be waited for; what the sheet says of the
	// moments is looked at instead.
	const delays = await loading.evaluate((at) => [at,
		at.querySelector('.late')].map((one) =>
		getComputedStyle(one).animationDelay))
	assert.deepEqual(delays, ['0.3s', '8s'])
	await loading.evaluate((at) => [at, at.querySelector('.late')].forEach(
		(one) => one.getAnimations().forEach((a) => a.finish())))
	await page.waitForSelector('.loading >> text=takes longer than usual')
	free()
	await settled(page)
	assert.equal(await loading.count(), 0)
})

story('a file of the console that does not come is said so', async (page) => {
	await signIn(page, user('admin'))
	await open(page, 'overview')
	await settled(page)
	await page.route('**/page/people.js', (route) => route.fulfill({
		status: 404, body: 'no' }))
	await page.evaluate(() => { window.location.hash = '#/people' })
	await page.waitForSelector('.trouble >> text=furrow was updated')
	await page.unroute('**/page/people.js')
	await page.click('.trouble button')
	await page.waitForSelector('h1:has-text("People")')
	await settled(page)
	// Not even the first file: words that need no script.
	const bare = await visit()
	await bare.route('**/app.js', (route) => route.abort())
	await bare.goto(url)
	await bare.locator('.boot-late').first().evaluate((at) =>
		at.getAnimations().forEach((one) => one.finish()))
	await bare.waitForSelector('text=Load again')
	await bare.context().close()
	const plain = await visit({ javaScriptEnabled: false })
	await plain.goto(url)
	await plain.waitForSelector('noscript p >> visible=true')
	assert.equal(await plain.isVisible('.boot-late'), false)
	await plain.context().close()
})
