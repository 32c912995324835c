import { chromium } from 'playwright-core'
import axe from 'axe-core'
const out='/tmp/shots-identity'
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const base='http://localhost:3101'
async function person(who, width){
  const ctx=await browser.newContext({viewport:{width,height:900}})
  const page=await ctx.newPage()
  await page.goto(base+'/sign-in')
  await page.locator('label',{hasText:who}).first().click()
  await page.getByRole('button',{name:'Sign in'}).click(); await page.waitForLoadState()
  return page
}
async function shot(page,name){
  await page.screenshot({path:`${out}/${name}.png`,fullPage:true})
  const wide=await page.evaluate(()=>document.documentElement.scrollWidth>window.innerWidth)
  await page.evaluate(axe.source)
  const r=await page.evaluate(()=>axe.run({runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}))
  console.log(name,'wide:',wide,'axe:',r.violations.map(v=>v.id+': '+v.nodes[0].html.slice(0,120)))
}
const names=(process.argv[2]??'Ana-Maria')
const p=await person(names,1280)
await p.goto(base+'/my-work'); 
let h=await p.locator('a[href*="/alerts/"]').first().getAttribute('href').catch(()=>null)
console.log('my work alert',h)
export { browser, base, person, shot, p, h }
