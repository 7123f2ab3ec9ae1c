import catalogue from '../../../resources/themes/kinds.json' with { type: 'json' }

/** Kinds of themes that cells have had, to choose from. */
export const themeKinds: readonly string[] = catalogue.kinds.map((kind) => kind.name)
