import type { Ref } from 'react'
import styles from './DropZone.module.css'
import { inOrder } from './fileOrder'
import { useDrops } from './useDrops'

interface DropZoneProps {
  id: string
  label: string
  describedBy?: string
  invalid?: boolean
  multiple?: boolean
  /** Called with every file that was dropped or chosen, whatever it is: it is judged by its bytes, not by its name. */
  onFiles: (files: File[]) => void
  /** Without a frame: only the file input stands there, for a button that opens it. */
  bare?: boolean
  inputRef?: Ref<HTMLInputElement>
  text?: string
  /** Left out of the tab order: the button beside it opens it. */
  hidden?: boolean
}

/** A real file input, with a frame that takes drops. The whole input is the target, by click and by keyboard. */
export function DropZone({
  id,
  label,
  describedBy,
  invalid = false,
  multiple = false,
  onFiles,
  bare = false,
  inputRef,
  text,
  hidden = false,
}: DropZoneProps) {
  const { root, zone, active } = useDrops({ onFiles, multiple, own: true })
  return (
    <div {...root} className={bare ? styles.bare : `${styles.zone} ${active ? styles.over : ''}`}>
      {zone}
      {!bare && (
        <span aria-hidden="true">
          <strong>Choisir un fichier</strong> ou le déposer ici
          {text && <br />}
          {text}
        </span>
      )}
      <input
        ref={inputRef}
        id={id}
        type="file"
        className={styles.input}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        multiple={multiple}
        tabIndex={hidden ? -1 : undefined}
        aria-hidden={hidden}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? [])
          // The same file, chosen again after a refusal, is a change too.
          event.target.value = ''
          if (files.length > 0) onFiles(inOrder(files))
        }}
      />
    </div>
  )
}
