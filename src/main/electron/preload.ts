import { contextBridge, ipcRenderer } from 'electron'

/** The one thing the page gets from this side: ask by name, get a reply as a value. */
contextBridge.exposeInMainWorld('bridge', {
  call: (name: string, input: unknown) => ipcRenderer.invoke('call', name, input),
})
