import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AppError } from '../../shared/contract/errors.ts'
import type { ActionName, Input, Output, ReadName, WriteName } from '../../shared/contract/index.ts'
import type { JobStatus } from '../../shared/contract/jobs.ts'
import { call } from './call.ts'

/** Actions that only look: they may be asked like a read. */
type LookName =
  | ReadName
  | Extract<
      ActionName,
      'office.status' | 'history.status' | 'documents.pdf' | 'layout.sample' | 'forms.check'
    >

/**
 * Reads for a screen and keeps the answer fresh: every write asks all reads on screen again. `key` stands for an input
 * that is too large to be compared, such as a file: what is said of that no write changes, so it is asked once.
 */
export function useRead<Name extends LookName>(
  name: Name,
  input: Input<Name>,
  options: { enabled?: boolean; key?: unknown } = {},
): UseQueryResult<Output<Name>, AppError> {
  return useQuery<Output<Name>, AppError>({
    queryKey: [name, options.key ?? input],
    enabled: options.enabled ?? true,
    queryFn: () => call(name, input),
    ...(options.key === undefined
      ? {}
      : { meta: { once: true }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
    // The last figures stay on screen while a filter changes, instead of a blink.
    placeholderData: keepPreviousData,
  })
}

/** The same read of several inputs: the answers in their order once all are there, and the first refusal. */
export function useReads<Name extends ReadName>(
  name: Name,
  inputs: readonly Input<Name>[],
): { data: Output<Name>[] | undefined; error: AppError | null } {
  const queries = useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: () => call(name, input) as Promise<Output<Name>>,
    })),
  })
  const data = queries.flatMap((query) => (query.data === undefined ? [] : [query.data as Output<Name>]))
  return {
    data: data.length === inputs.length ? data : undefined,
    error: (queries.find((query) => query.error)?.error as AppError | undefined) ?? null,
  }
}

/** What a read on screen last answered, and how to show what a write has changed of it before it is asked anew. */
export function useShown<Name extends ReadName>(name: Name, input: Input<Name>) {
  const queries = useQueryClient()
  const queryKey = [name, input]
  return {
    latest: () => queries.getQueryData<Output<Name>>(queryKey),
    change: (changed: (before: Output<Name>) => Output<Name>) => {
      queries.setQueryData<Output<Name>>(queryKey, (before) => before && changed(before))
    },
  }
}

/**
 * A write or an action for a button. Its refusal is told to the user by `createQueries`, unless the screen says
 * with `toldInPlace` that it does so itself. `answered` is called as soon as it is done, before the reads are asked.
 */
export function useWrite<Name extends WriteName | ActionName>(
  name: Name,
  options: { toldInPlace?: boolean; answered?: (answer: Output<Name>, input: Input<Name>) => void } = {},
): UseMutationResult<Output<Name>, AppError, Input<Name>> {
  const queries = useQueryClient()
  return useMutation<Output<Name>, AppError, Input<Name>>({
    mutationKey: [name],
    meta: { toldInPlace: options.toldInPlace ?? false },
    mutationFn: (input) => call(name, input),
    onSuccess: (answer, input) => options.answered?.(answer, input),
    // A local read takes about a millisecond, so nobody has to know which reads a write touches.
    onSettled: async () => {
      if (options.answered) await nextPaint()
      await queries.invalidateQueries({ predicate: ({ meta }) => meta?.once !== true })
    },
  })
}

/** Until what was just changed is on screen; a window that is not drawn does not hold anything up. */
function nextPaint(): Promise<void> {
  return new Promise((painted) => {
    const late = setTimeout(painted, 100)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late)
        painted()
      }),
    )
  })
}

/** Follows long work until it has ended; null before it is known. */
export function useJob(jobId: string | null): JobStatus | null {
  const status = useQuery<JobStatus, AppError>({
    queryKey: ['jobs.status', jobId],
    enabled: jobId !== null,
    queryFn: () => call('jobs.status', { jobId: jobId ?? '' }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'running' ? 200 : false,
  })
  if (status.error) return { state: 'failed', code: status.error.code }
  return status.data ?? null
}

/** The day it is, 'YYYY-MM-DD', by the main process's clock. */
export function useToday(): string {
  const status = useRead('office.status', {})
  if (!status.data) throw new Error('screens are shown only once the office is known')
  return status.data.today
}
