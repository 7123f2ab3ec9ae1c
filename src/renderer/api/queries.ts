import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { AppError } from '../../shared/contract/errors.ts'

/**
 * The client under `useRead` and `useWrite`. `onRefused` tells the user about a write that was refused.
 * Network mode "always": the library would otherwise wait for the Internet, which offices may not have.
 */
export function createQueries(onRefused: (error: AppError) => void): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 0, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        if (!mutation.meta?.toldInPlace) onRefused(error as AppError)
      },
    }),
  })
}
