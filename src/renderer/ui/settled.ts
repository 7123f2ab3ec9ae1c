import { useEffect, useState } from 'react'

/** In milliseconds; keys pressed one after the other come faster. */
const moment = 200

/** A value once it has stayed for a moment: what is only passed on the way to another is never looked at. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), moment)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
