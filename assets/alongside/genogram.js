// Moves the pieces of a family drawing by dragging and with the arrow keys. Each move is sent with the page's own form,
// so it is saved as it would be without script, and the answer brings the drawing with its lines afresh.

const step = 24
// Dragged pieces stand on the grid of those laid out, so that lines down stay straight.
const grid = 6
const waitForMore = 500

const region = document.querySelector('[data-genogram]')
let moving = null
let timer = null

prepare()
centreOnTheChild()
region.addEventListener('pointerdown', takeUp)
region.addEventListener('pointermove', drag)
region.addEventListener('pointerup', putDown)
region.addEventListener('pointercancel', giveUp)
region.addEventListener('keydown', nudge)
region.addEventListener('focusout', saveAtOnce)

/** Makes every piece one that a keyboard reaches, with a name that says what it is for. */
function prepare() {
  const picture = region.querySelector('svg.app-genogram__picture')
  picture.setAttribute('role', 'group')
  for (const piece of pieces()) {
    const name = piece.querySelector('title').textContent
    piece.setAttribute('tabindex', '0')
    piece.setAttribute('role', 'img')
    piece.setAttribute('aria-label', `${name}. Arrow keys move this piece.`)
  }
}

function pieces() {
  return region.querySelectorAll('[data-person]')
}

function centreOnTheChild() {
  const box = region.querySelector('.app-genogram__box')
  const child = region.querySelector('[data-the-child]')
  if (child === null || box.scrollWidth <= box.clientWidth) return
  const middle = child.getBoundingClientRect()
  box.scrollLeft +=
    middle.left + middle.width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2
}

function takeUp(event) {
  const piece = event.target.closest?.('[data-person]')
  if (piece === null || piece === undefined || event.button !== 0) return
  event.preventDefault()
  piece.focus({ preventScroll: true })
  piece.setPointerCapture(event.pointerId)
  moving = { piece, from: placeOf(piece), startX: event.clientX, startY: event.clientY }
}

function drag(event) {
  if (moving === null) return
  const scale = scaleOf(moving.piece)
  show(moving.piece, {
    x: onGrid(moving.from.x + (event.clientX - moving.startX) / scale),
    y: onGrid(moving.from.y + (event.clientY - moving.startY) / scale),
  })
}

function onGrid(number) {
  return Math.round(number / grid) * grid
}

function putDown() {
  if (moving === null) return
  const { piece, from } = moving
  moving = null
  const to = placeOf(piece)
  if (Math.hypot(to.x - from.x, to.y - from.y) < 4) show(piece, from)
  else void save(piece)
}

function giveUp() {
  if (moving !== null) show(moving.piece, moving.from)
  moving = null
}

const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

function nudge(event) {
  const way = ways[event.key]
  const piece = event.target.closest?.('[data-person]')
  if (way === undefined || piece === null || piece === undefined) return
  event.preventDefault()
  const { x, y } = placeOf(piece)
  show(piece, { x: x + way[0] * step, y: y + way[1] * step })
  clearTimeout(timer?.id)
  timer = { id: setTimeout(saveAtOnce, waitForMore), piece }
}

function saveAtOnce() {
  if (timer === null) return
  clearTimeout(timer.id)
  const { piece } = timer
  timer = null
  void save(piece)
}

function placeOf(piece) {
  return { x: Number(piece.dataset.x), y: Number(piece.dataset.y) }
}

function scaleOf(piece) {
  return piece.getScreenCTM()?.a ?? 1
}

function show(piece, { x, y }) {
  piece.dataset.x = String(Math.round(x))
  piece.dataset.y = String(Math.round(y))
  piece.setAttribute('transform', `translate(${piece.dataset.x} ${piece.dataset.y})`)
}

// One after the other: each answer carries the key that the next form has to be sent with.
let last = Promise.resolve()

function save(piece) {
  const person = piece.dataset.person
  const place = placeOf(piece)
  last = last.then(() => send(person, place))
  return last
}

async function send(person, { x, y }) {
  const form = region.querySelector('.app-genogram__form')
  const sent = new URLSearchParams(new FormData(form))
  sent.set('piece', person)
  sent.set('x', String(x))
  sent.set('y', String(y))
  try {
    const answer = await fetch(form.action, { method: 'POST', body: sent })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('[data-genogram]')
    if (!answer.ok || fresh === null) throw new Error('not saved')
    redraw(fresh, person)
    say('Moved and saved.')
  } catch {
    say('This move is not saved. Load the page again, then move the piece once more.')
  }
}

/** Takes over what the answer says, and leaves the focus and the scrolling where they are. */
function redraw(fresh, person) {
  const hadFocus = region.contains(document.activeElement) ? document.activeElement : null
  const focusedPerson = hadFocus?.dataset.person
  const box = region.querySelector('.app-genogram__box')
  const before = region.querySelector(`[data-person="${person}"]`).getBoundingClientRect()
  for (const part of ['svg.app-genogram__picture', '.app-genogram__move', '.app-genogram__words']) {
    region.querySelector(part).replaceWith(document.adoptNode(fresh.querySelector(part)))
  }
  for (const hidden of region.querySelectorAll('input[name="_form"], input[name="_csrf"]')) {
    hidden.value = fresh.querySelector(`input[name="${hidden.name}"]`).value
  }
  prepare()
  const after = region.querySelector(`[data-person="${person}"]`).getBoundingClientRect()
  box.scrollLeft += after.left - before.left
  if (focusedPerson !== undefined) {
    region.querySelector(`[data-person="${focusedPerson}"]`)?.focus({ preventScroll: true })
  }
}

function say(words) {
  region.querySelector('.app-genogram__status').textContent = words
}
