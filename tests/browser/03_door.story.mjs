// The door: who may what, and what another site or a thief can do.
import { createServer } from 'node:http'
import { execFileSync } from 'node:child_process'
import { story, assert, url, password, signIn, open, ask, change, user, visit,
	adminPages, furrow } from './kit.mjs'

// Every path of furrowd's own table: "POST orders/{}/accept operator".
const paths = execFileSync(process.env.FURROW_ROUTES, { encoding: 'utf8' })
	.trim().split('\n').map((line) => line.split(' '))
const ladder = ['viewer', 'operator', 'admin']

for (const role of ['viewer', 'operator'])
	story(`a ${role} is refused what is above them`, async (page) => {
		await signIn(page, user(role))
		const menu = await page.innerText('nav.side')
		assert.doesNotMatch(menu, /Users|Audit|Backups|Privacy/)
		await open(page, 'overview')
		for (const name of adminPages) {
			await page.goto(url + '#/' + name)
			await page.waitForSelector('text=Your role does not allow')
		}
		const { csrf } = (await ask(page, 'GET', '/api/v1/me')).json
		const above = paths.filter(([, , least]) =>
			ladder.indexOf(least) > ladder.indexOf(role))
		assert.ok(above.length > 15)
		// All in one go, from within the page.
		const got = await page.evaluate(async ([asks, token]) => Promise.all(
			asks.map(async ([method, path]) => (await fetch('/api/v1/' +
				path.replace('{}', '1'), { method, headers: {
				'Content-Type': 'application/json',
				'X-CSRF-Token': token },
			body: method === 'POST' ? '{}' : undefined })).status)),
		[above, csrf])
		above.forEach(([method, path], i) => assert.equal(got[i], 403,
			`${method} ${path}`))
	})

story('a viewer sees no button that acts', async (page) => {
	await signIn(page, user('viewer'))
	for (const name of ['people', 'offers', 'links', 'queue']) {
		await open(page, name)
		assert.doesNotMatch(await page.innerText('#main'),
			/\b(Add|Change|Reset|Pause|Drop|Show)\b/)
	}
})

story('a change without the right token is refused', async (page) => {
	await signIn(page, user('operator'))
	const to = '/api/v1/people'
	const body = { phone: '+254799000001', name: 'Forged' }
	for (const headers of [{}, { 'X-CSRF-Token': '' },
		{ 'X-CSRF-Token': 'AAAAAAAAAAAAAAAAAAAAAA' }]) {
		const answer = await ask(page, 'POST', to, body, headers)
		assert.equal(answer.status, 403, answer.text)
	}
	// The token of somebody else's session is not ours.
	const other = await visit()
	await signIn(other, user('admin'))
	const { csrf } = (await ask(other, 'GET', '/api/v1/me')).json
	await other.context().close()
	assert.equal((await ask(page, 'POST', to, body,
		{ 'X-CSRF-Token': csrf })).status, 403)
	assert.doesNotMatch(furrow('person', 'list', '--json'), /Forged/)
})

story('another site can neither act nor read with the cookie', async (page) => {
	await signIn(page, user('admin'))
	const evil = createServer((request, response) => {
		response.setHeader('Content-Type', 'text/html')
		response.end(`<form method="post" enctype="text/plain"
			action="${url}api/v1/people"><input name='{"phone":"+254799000002",
			"name":"Forged","x":"' value='"}'><button>win</button></form>`)
	})
	await new Promise((done) => evil.listen(0, '127.0.0.1', done))
	try {
		// By name another site than 127.0.0.1.
		await page.goto(`http://localhost:${evil.address().port}/`)
		const read = await page.evaluate((to) => fetch(to + 'api/v1/people',
			{ credentials: 'include' }).then(() => 'read', () => 'no'), url)
		assert.equal(read, 'no')
		const acted = await page.evaluate((to) => fetch(to +
			'api/v1/people', { method: 'POST', credentials: 'include',
			mode: 'no-cors', body: '{"phone":"+254799000003"}' })
			.then((answer) => answer.type, () => 'no'), url)
		assert.ok(['opaque', 'no'].includes(acted))
		const [answer] = await Promise.all([
			page.waitForResponse((r) => r.url().includes('/people') &&
				r.request().isNavigationRequest()),
			page.click('button')])
		assert.ok([401, 403, 415].includes(answer.status()),
			'status ' + answer.status())
	} finally {
		evil.close()
	}
	assert.doesNotMatch(furrow('person', 'list', '--json'),
		/Forged|25479900000/)
	// What the browser says of a refused reading is as it should be.
	page.complaints = page.complaints.filter((text) =>
		!/CORS|Failed to load/.test(text))
})

const cookiesOf = async (page) => (await page.context().cookies())
	.filter((cookie) => cookie.httpOnly)

story('the session is new after signing in, and hidden', async (page) => {
	await page.context().addCookies([{ name: 'furrow', value: 'fixed'.repeat(8),
		url }, { name: 'furrow_session', value: 'fixed'.repeat(8), url }])
	await signIn(page, user('viewer'))
	const [cookie] = await cookiesOf(page)
	assert.ok(cookie, 'a cookie that scripts cannot read')
	assert.equal(cookie.sameSite, 'Strict')
	assert.doesNotMatch(cookie.value, /fixed/)
	assert.equal((await page.evaluate(() => document.cookie))
		.includes(cookie.value), false)
	// Signing in again within a session makes another.
	const answer = await ask(page, 'POST', '/api/v1/login',
		{ name: user('viewer'), password })
	assert.equal(answer.status, 200)
	const [next] = await cookiesOf(page)
	assert.notEqual(next.value, cookie.value)
})

story('a login of long ago: the password once more, in the dialog',
	async (page) => {
		await signIn(page, user('admin'))
		await open(page, 'users')
		// As furrowd answers when the login is a quarter of an hour old.
		let old = true
		await page.route('**/api/v1/users', (route) =>
			(route.request().method() === 'POST' && old
				? route.fulfill({ status: 403,
					contentType: 'application/problem+json',
					body: '{"status":403,"need":"password"}' })
				: route.continue()))
		page.on('response', (answer) => {
			if (answer.url().endsWith('/me/proof') && answer.ok())
				old = false
		})
		await page.click('.button.main:has-text("Add")')
		await page.fill('dialog [name=name]', 'proven')
		await page.fill('dialog [name=password]', password)
		await page.click('dialog [type=submit]')
		await page.waitForSelector('dialog [name=proof]')
		await page.fill('dialog [name=proof]', 'not this one')
		await page.click('dialog [type=submit]')
		await page.waitForSelector('dialog [role=alert]')
		await page.fill('dialog [name=proof]', password)
		await page.click('dialog [type=submit]')
		await page.waitForSelector('tr:has-text("proven")')
		assert.equal(old, false)
	})

story('and in the dialog of a table of people', async (page) => {
	await signIn(page, user('admin'))
	await open(page, 'people')
	let old = true
	await page.route('**/api/v1/people/import', (route) => (old
		? route.fulfill({ status: 403,
			contentType: 'application/problem+json',
			body: '{"status":403,"need":"password"}' })
		: route.continue()))
	page.on('response', (answer) => {
		if (answer.url().endsWith('/me/proof') && answer.ok())
			old = false
	})
	await page.click('.button:has-text("Bring in a table")')
	await page.setInputFiles('dialog [name=file]', { name: 'people.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('phone,name\n+254722000077,Tabled\n') })
	await page.click('dialog .button.main')
	await page.waitForSelector('dialog [name=proof]')
	await page.fill('dialog [name=proof]', password)
	await page.click('dialog .button.main')
	await page.waitForSelector('dialog .notice.good')
	assert.equal(old, false)
})

story('a session ends with the password, and with the user', async (page) => {
	furrow('user', 'list')
	const admin = await visit()
	await signIn(admin, user('admin'))
	const made = await change(admin, '/api/v1/users', { name: 'brief',
		role: 'viewer', password })
	assert.ok(made.status < 300, made.text)
	await signIn(page, 'brief')
	const late = await visit()
	await signIn(late, 'brief')
	const changed = await change(page, '/api/v1/me/password',
		{ old: password, new: password + '!' })
	assert.ok(changed.status < 300, changed.text)
	assert.equal((await ask(late, 'GET', '/api/v1/me')).status, 401)
	assert.equal((await ask(page, 'GET', '/api/v1/me')).status, 200)
	await change(admin, '/api/v1/users/brief/disable')
	assert.equal((await ask(page, 'GET', '/api/v1/me')).status, 401)
	await admin.context().close()
	await late.context().close()
})
