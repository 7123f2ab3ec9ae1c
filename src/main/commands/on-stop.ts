/**
 * Calls `stop` once each time the user, the system or npm wants the program ended: Ctrl+C is 'SIGINT', all else
 * 'SIGTERM'. Returns how to stop listening.
 *
 * npm runs a script in a shell and passes signals on to that shell alone, which may die of them and leave us
 * behind with the database open: so a parent that is gone counts as well.
 */
export function onStop(stop: (how: 'SIGINT' | 'SIGTERM') => void): () => void {
  const interrupt = () => stop('SIGINT')
  const terminate = () => stop('SIGTERM')
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', terminate)
  const parent = process.ppid
  const watch = setInterval(() => {
    if (!process.env.npm_lifecycle_event || process.ppid === parent) return
    clearInterval(watch)
    terminate()
  }, 500)
  watch.unref()
  return () => {
    clearInterval(watch)
    process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', terminate)
  }
}
