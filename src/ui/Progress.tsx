import { Button } from './Button'
import styles from './Progress.module.css'

/** How far a long work is: `share` from 0 to 1. */
export function Progress({ label, share, onCancel }: { label: string; share: number; onCancel: () => void }) {
  const percent = Math.round(share * 100)
  return (
    <div className={styles.progress}>
      <span>
        {label} {percent} %
      </span>
      <div className={styles.row}>
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={label}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <div className={styles.fill} style={{ transform: `scaleX(${percent / 100})` }} />
        </div>
        <Button small onClick={onCancel}>
          Annuler
        </Button>
      </div>
    </div>
  )
}
