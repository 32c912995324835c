import { browser, base, person, shot, p } from './shot.tmp.mjs'
const hrefs=await p.locator('a[href*="/alerts/"]').evaluateAll(a=>a.map(x=>x.getAttribute('href')))
const child=hrefs[0].split('/').slice(0,3).join('/')
// end an alert, twin identifiers, print, no JS
const ctx=await browser.newContext({viewport:{width:1280,height:900},javaScriptEnabled:false})
const n=await ctx.newPage(); await n.goto(base+'/sign-in'); await n.locator('.govuk-radios__item',{hasText:'Ana-Maria'}).first().locator('input').check(); await n.getByRole('button',{name:'Sign in'}).click()
await n.goto(base+child+'/identity/myself'); await n.screenshot({path:'/tmp/shots-identity/myself-nojs.png',fullPage:true})
await n.locator('input[name=religion][value=another]').check(); await n.getByRole('button',{name:'Save'}).click(); await n.screenshot({path:'/tmp/shots-identity/myself-nojs-refused.png',fullPage:true}); console.log(await n.locator('.govuk-error-summary').textContent())
await n.goto(base+child+'/alerts/new'); await n.locator('input[value=contact-restriction]').check(); await n.locator('#what').fill('A family court order: no contact with Sam’s uncle until summer.'); await n.locator('#whatToDo').fill('Do not speak to him about Aaron. If he comes, stop and ring the police.'); await n.locator('#reviewOn-day').fill('1'); await n.locator('#reviewOn-month').fill('3'); await n.locator('#reviewOn-year').fill('2027'); await n.getByRole('button',{name:'Record the alert'}).click(); console.log(n.url())
const q=await person('Ana-Maria',320)
await q.goto(base+child); await shot(q,'child2-320'); await q.goto(base+child+'/alerts'); await shot(q,'alerts2-320')
const np=await person('Neil',1280); await np.goto(base+child); await shot(np,'child-performance-1280'); await np.goto(base+child+'/alerts'); await shot(np,'alerts-performance-1280')
await p.goto(base+child+'/identity'); await p.emulateMedia({media:'print'}); await p.screenshot({path:'/tmp/shots-identity/identity-print.png',fullPage:true})
await browser.close()
