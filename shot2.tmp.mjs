import { browser, base, person, shot, p } from './shot.tmp.mjs'
await shot(p,'mywork-1280')
const hrefs=await p.locator('a[href*="/alerts/"]').evaluateAll(a=>a.map(x=>x.getAttribute('href')))
const child=hrefs[0].split('/').slice(0,3).join('/')
const q=await person('Ana-Maria',320)
for (const [w,pg] of [[1280,p],[320,q]]) {
  for (const [n,u] of [['child',child],['identity',child+'/identity'],['names',child+'/identity/names'],['myself',child+'/identity/myself'],['comm',child+'/identity/communication'],['wishes',child+'/identity/wishes'],['alerts',child+'/alerts'],['newalert',child+'/alerts/new'],['alert',hrefs[0].replace('/review','')],['review',hrefs[0]],['end',hrefs[0].replace('/review','/end')],['newid',child+'/identity/identifiers/new'],['history',child+'/identity/history']]) {
    const r=await pg.goto(base+u); if(r.status()!==200) console.log(n,r.status()); await shot(pg,`${n}-${w}`)
  }
}
// change something, refused form, history
await p.goto(base+child+'/identity/identifiers/new')
await p.locator('input[value=nhs]').check(); await p.locator('#value').fill('943 476 5918'); await p.getByRole('button',{name:'Add'}).click(); await shot(p,'newid-wrong-1280')
await p.locator('#value').fill('943 476 5919'); await p.getByRole('button',{name:'Add'}).click(); await shot(p,'identity-after-1280')
await p.goto(base+child+'/identity/names'); await p.locator('#middleNames').fill('Sparrow'); await p.locator('#bornOn-day').fill('3'); await p.getByRole('button',{name:'Save'}).click(); console.log(p.url())
await p.goto(base+child+'/identity/history'); await shot(p,'history2-1280'); await q.goto(base+child+'/identity/history'); await shot(q,'history2-320')
await browser.close()
