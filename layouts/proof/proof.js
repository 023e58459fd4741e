// The slider between composite and plates. Without this script, all pictures stand one under the
// other; with it, one place on each page shows what is chosen, and the same on all pages.
(() => {
  const by = id => document.getElementById(id)
  const bar = document.querySelector('.bar')
  const [plate, cut, map, boxes, own, said, legend] =
    ['plate', 'cut', 'map', 'boxes', 'own', 'said', 'legend'].map(by)
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name])

  const made = (tag, name, parent) => {
    const element = document.createElement(tag)
    element.className = name
    parent.append(element)
    return element
  }

  // A copy of a picture that is loaded when it comes into sight.
  const picture = (from, parent, name) => {
    const image = made('img', name, parent)
    image.loading = 'lazy'
    image.decoding = 'async'
    image.width = from.width
    image.height = from.height
    image.alt = from.alt
    return image
  }

  const stages = [...document.querySelectorAll('.sheet')].map(sheet => {
    const stage = sheet.querySelector('.composite .stage')
    const drawn = stage.querySelector('.boxes')
    const from = sheet.querySelector('.map img')
    const shade = picture(from, stage, 'shade')
    const over = made('div', 'beside', stage)
    const edge = made('div', 'edge', stage)
    stage.append(drawn)
    const plates = new Map([...sheet.querySelectorAll('.plate')].map(one =>
      [one.dataset.ink, {image: one.querySelector('img'), grey: one.dataset.grey}]))
    const caption = sheet.querySelector('.composite .words')
    const own = caption.textContent
    return {caption, own, composite: stage.querySelector('img'), from, shade, over, edge, plates, shown: null}
  })

  const show = () => {
    const place = Number(cut.value), chosen = plate.selectedOptions[0]
    const one = map.checked ? bar.dataset.map : bar.dataset.composite
    const other = chosen.dataset.words
    const words = place == 100 ? filled(bar.dataset.only, {what: one})
      : place == 0 ? filled(bar.dataset.only, {what: other})
      : filled(bar.dataset.both, {left: place, right: 100 - place, one, other})
    said.textContent = words
    cut.setAttribute('aria-valuetext', words)
    legend.hidden = !map.checked
    document.documentElement.style.setProperty('--cut', place + '%')
    document.documentElement.classList.toggle('show-boxes', boxes.checked)
    for (const stage of stages) {
      stage.caption.textContent = place == 100 && !map.checked ? stage.own : words
      stage.over.hidden = place == 100
      stage.edge.hidden = place == 0 || place == 100
      stage.composite.style.visibility = map.checked || place == 0 ? 'hidden' : ''
      stage.shade.hidden = !map.checked || place == 0
      if (map.checked && !stage.shade.src) stage.shade.src = stage.from.src
      if (place == 100) continue
      const found = stage.plates.get(plate.value)
      const source = found ? (own.checked ? found.image.src : found.grey) : ''
      if (stage.shown === source) continue
      stage.shown = source
      stage.over.replaceChildren()
      if (found) picture(found.image, stage.over, '').src = source
      else made('p', 'none', stage.over).textContent = bar.dataset.none
    }
  }

  // Who chooses a plate wants to see it.
  plate.addEventListener('change', () => {
    if (cut.value == 100) cut.value = 50
    show()
  })
  for (const one of [cut, map, boxes, own]) one.addEventListener('input', show)
  // Some browsers keep what was ticked when a page is loaded again.
  for (const one of [map, boxes, own]) one.checked = one.defaultChecked
  // What is gone to, by a link or the keyboard, must not hide behind the controls.
  const deck = document.querySelector('.deck')
  new ResizeObserver(() => document.documentElement.style.setProperty(
    '--deck', deck.offsetHeight + 'px')).observe(deck)
  document.documentElement.classList.add('live')
  bar.hidden = false
  show()
})()
