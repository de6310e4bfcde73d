/** React, the work, then the screens: each is run in a task of its own, so that a press made meanwhile is taken in between. */
async function main() {
  await import('react-dom/client')
  await import('./wizard/poste/travail')
  const { begin } = await import('./wizard/begin')
  await begin()
}

void main()
