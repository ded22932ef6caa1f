// Every page, with hostile names and texts on it, as every role, in every
// language, on a phone's screen.
import { writeFileSync } from 'node:fs'
import { story, assert, url, signIn, open, user, visit, until, rows, text,
	furrow, walk, viewerPages, adminPages, ask, change, settled }
	from './kit.mjs'

const attack = '"><img src=x onerror=hacked=1><script>hacked=1</script>'
const attack2 = '</title><svg/onload=alert(1)>'

async function load(page) {
	const file = process.env.FURROW_DIR + '/hostile.csv'
	const quoted = (words) => '"' + words.replaceAll('"', '""') + '"'
	writeFileSync(file, 'area,parent\n<b onclick=alert(1)>,Siaya\n')
	furrow('area', 'import', file)
	writeFileSync(file, 'phone,name,roles,place,area,lang\n+254711000077,' +
		`${quoted(attack)},buyer|seller,${quoted(attack2)},` +
		'<b onclick=alert(1)>,en\n')
	furrow('person', 'import', file)
	writeFileSync(file, 'phone,product,quantity,unit,price\n' +
		'+254711000077,tomato,500,kg,1\n')
	furrow('offer', 'import', file)
	await change(page, '/api/v1/users', { name: '<i>x</i>', role: 'viewer',
		password: attack })
	await change(page, '/api/v1/tokens', { name: '<i>x</i>', role: 'viewer' })
	await text(page, '+254711000077', attack)
	await text(page, '+254711000077', 'javascript:alert(1) ' + attack2)
	await text(page, 'Ravi', '5 kg tomatoes to ' + attack2)
	await until(() => rows('log').filter((row) =>
		row.text.includes(attack2)).length >= 2, 'the hostile texts')
}

story('no page runs what a farmer is called or texts', async (page) => {
	await signIn(page, user('admin'))
	await load(page)
	await walk(page, [...viewerPages, ...adminPages], async (name) => {
		assert.equal(await page.evaluate(() => window.hacked), undefined,
			name)
		// Nothing of it became an element.
		assert.equal(await page.locator('#main img, #main svg, ' +
			'#main [onclick], #main script').count(), 0, name)
		assert.deepEqual(page.complaints, [], name)
	})
	await open(page, 'log')
	await page.waitForSelector('td >> text=<img src=x onerror')
	// Nor what stands in the address.
	for (const address of ['log?words=' + encodeURIComponent(attack),
		'orders/' + encodeURIComponent(attack), 'javascript:alert(1)']) {
		await page.goto(url + '#/' + address)
		await settled(page).catch(() => {})
		assert.equal(await page.evaluate(() => window.hacked), undefined)
	}
})

// The numbers of all who are in the market, however written.
const full = /(\+?254|\b0)7(11|22|33)0000\d\d/

story('a viewer meets no number in full, on no page and in no answer',
	async (page) => {
		const answers = []
		page.on('response', (response) => {
			if (/\/api\/v1\/(?!events)/.test(response.url()))
				answers.push(response.text().then((body) =>
					[response.url(), body], () => ['', '']))
		})
		await signIn(page, user('viewer'))
		await walk(page, viewerPages.filter((name) => name !== 'phones'),
			async (name) => assert.doesNotMatch(await page.content(), full,
				name))
		for (const [address, body] of await Promise.all(answers))
			assert.doesNotMatch(body, full, address)
		assert.ok(answers.length > 15)
	})

story('to show a number is written down', async (page) => {
	await signIn(page, user('operator'))
	await open(page, 'people')
	const row = page.locator('tr', { hasText: 'Amina' })
	assert.match(await row.innerText(), /•/)
	await row.locator('button:has-text("Show")').click()
	await row.locator('text=+254711000001').waitFor()
	assert.ok(rows('audit', 'list').some((line) =>
		/reveal/.test(JSON.stringify(line)) &&
		/the-operator/.test(JSON.stringify(line))))
})

story('on a phone no page is wider than the screen', async (context) => {
	const page = await visit({ viewport: { width: 390, height: 800 } })
	await signIn(page, user('admin'))
	await walk(page, [...viewerPages, ...adminPages], async (name) =>
		assert.ok(await page.evaluate(() =>
			document.documentElement.scrollWidth) <= 390, name))
	assert.deepEqual(page.complaints, [])
	await page.context().close()
	assert.deepEqual(context.complaints, [])
})

// What looks like the key of a word: "orders.none_hint".
const key = /(^|\s)(act|audit|backups|conversations|day|filter|frame|kept|links|live|log|login|me|message|offers|order|orders|overview|page|people|phones|privacy|queue|report|sales|state|time|tokens|users|webhook|webhooks)\.[a-z_.]+(\s|$)/m

// The right-to-left page is walked in Chinese: one walk for both.
for (const tongue of ['zh', 'fr', 'sw'])
	story(`no key of a word is shown: ${tongue}`, async (page) => {
		await signIn(page, user('admin'))
		await change(page, '/api/v1/me/language', { language: tongue })
		await page.goto(url + (tongue === 'zh' ? '?dir=rtl' : ''))
		await page.reload()
		await page.waitForSelector('nav.side')
		assert.deepEqual(await page.evaluate(() => [
			document.documentElement.lang, document.documentElement.dir]),
		[tongue, tongue === 'zh' ? 'rtl' : 'ltr'])
		for (const name of [...viewerPages, ...adminPages]) {
			await page.evaluate((to) => { window.location.hash = '#/' + to },
				name)
			await settled(page)
			assert.doesNotMatch(await page.innerText('body'), key, name)
			assert.ok(await page.evaluate(() =>
				document.documentElement.scrollWidth) <= 1280, name)
		}
		await change(page, '/api/v1/me/language', { language: 'en' })
	})

story('nothing is missing, and the first page is small', async (page) => {
	const missing = []
	let octets = 0
	page.on('response', (response) => {
		if (response.status() === 404)
			missing.push(response.url())
	})
	const wire = await page.context().newCDPSession(page)
	await wire.send('Network.enable')
	// Bodies, as they were on the wire.
	wire.on('Network.dataReceived', (event) => {
		octets += event.encodedDataLength
	})
	let policy
	page.on('response', (response) => {
		policy ??= response.headers()['content-security-policy']
	})
	await signIn(page, user('admin'))
	assert.match(policy, /default-src 'none'|default-src 'self'/)
	assert.match(policy, /frame-ancestors 'none'/)
	assert.doesNotMatch(policy, /unsafe|\*|https?:/)
	await settled(page)
	await page.waitForSelector('canvas')
	assert.ok(octets > 20000 && octets < 100000, octets + ' octets')
	await walk(page, [...viewerPages, ...adminPages], async () => {})
	assert.deepEqual(missing, [])
	assert.equal((await ask(page, 'GET', '/api/v1/nothing')).status, 404)
})
