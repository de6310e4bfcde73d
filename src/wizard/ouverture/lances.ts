/** Files that the system opens with the installed app; the page's types do not know it yet. */
interface LaunchQueue {
  setConsumer: (consume: (launch: { files: readonly FileSystemFileHandle[] }) => void) => void
}

const isQueue = (found: unknown): found is LaunchQueue =>
  typeof found === 'object' && found !== null && 'setConsumer' in found

/** Opens what the app is launched with, an exported draft or a JSON, where the browser hands it over. */
export function openLaunched() {
  const queue: unknown = 'launchQueue' in window ? window.launchQueue : null
  if (!isQueue(queue)) return
  queue.setConsumer(({ files }) => {
    if (files.length > 0) void open(files)
  })
}

async function open(handles: readonly FileSystemFileHandle[]) {
  const [files, { ouvrirFichiers }] = await Promise.all([
    Promise.all(handles.map((handle) => handle.getFile())),
    import('./ouvrir'),
  ])
  await ouvrirFichiers(files)
}
