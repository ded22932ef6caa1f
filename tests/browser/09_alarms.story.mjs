// Much is wrong at once: what the overview says of it, and that the orders are
// still in sight on a phone.
import { story, assert, signIn, open, user, visit, change, settled }
	from './kit.mjs'

const many = [...Array.from({ length: 10 }, (_, i) => ({ name: `link m${i}`,
	text: `link m${i} is down: no answer since 10:1${i}` })),
{ name: 'backup-old', text: 'backup-old: the last is of Monday' },
{ name: 'unheard of', text: 'a kind that the console does not know' }]

story('alarms: a few are shown, in the reader\'s words, and lead on',
	async (wide) => {
		const page = await visit({ viewport: { width: 390, height: 800 } })
		await page.route('**/api/v1/status', async (route) => {
			const answer = await route.fetch()
			await route.fulfill({ response: answer, json: {
				...await answer.json(), alarms: many } })
		})
		await signIn(page, user('admin'))
		await open(page, 'overview')
		await page.waitForSelector('.notice >> text=12 things')
		await settled(page)
		assert.equal(await page.locator('.notice > ul > li').count(), 5)
		assert.ok((await page.locator('.figures').boundingBox()).y < 800)
		await page.click('.notice summary:has-text("and 7 more")')
		await page.waitForSelector('.notice >> text=does not know')
		// In English as furrowd says it, once.
		assert.equal(await page.locator('.notice li br').count(), 0)
		await change(page, '/api/v1/me/language', { language: 'sw' })
		await page.reload()
		await page.waitForSelector('.notice >> text=Kiungo m0 hakifanyi kazi')
		await page.waitForSelector('.notice >> text=no answer since 10:10')
		await page.click('.notice summary')
		await page.click('.notice a:has-text("Nakala rudufu")')
		await page.waitForFunction(() =>
			window.location.hash === '#/backups')
		await change(page, '/api/v1/me/language', { language: 'en' })
		assert.deepEqual(page.complaints, [])
		await page.context().close()
		assert.deepEqual(wide.complaints, [])
	})
