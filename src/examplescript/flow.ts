/**
 * What is known at a place of a program because of the way that leads there:
 * which nullable variables are not null, which variables have no value yet, and
 * whether anything leads there at all. Flows are values: nothing changes one.
 */
import type { Local } from './typed.ts'

export interface Flow {
  /** Nothing comes here: a return or a jump is before. */
  isOver: boolean
  notNull: ReadonlySet<Local>
  unassigned: ReadonlySet<Local>
}

const NONE: ReadonlySet<Local> = new Set()

/** The beginning of a function. */
export const BEGIN: Flow = { isOver: false, notNull: NONE, unassigned: NONE }

/** Behind a return or a jump. */
export function over(flow: Flow): Flow {
  return { ...flow, isOver: true }
}

/** Where two ways meet, only what holds on both is known. */
export function merge(one: Flow, other: Flow): Flow {
  if (one === other || other.isOver) return one
  if (one.isOver) return other
  return {
    isOver: false,
    notNull: both(one.notNull, other.notNull),
    unassigned: either(one.unassigned, other.unassigned),
  }
}

/** The variable is not null from here on, until it is assigned to. */
export function knowNotNull(flow: Flow, local: Local): Flow {
  if (flow.notNull.has(local)) return flow
  return { ...flow, notNull: new Set(flow.notNull).add(local) }
}

export function forgetNotNull(flow: Flow, locals: Iterable<Local>): Flow {
  const notNull = without(flow.notNull, locals)
  return notNull === flow.notNull ? flow : { ...flow, notNull }
}

/** A variable that is declared without a value. */
export function declareUnassigned(flow: Flow, local: Local): Flow {
  return { ...flow, unassigned: new Set(flow.unassigned).add(local) }
}

/** A variable that gets a value, which is null or not. */
export function assign(flow: Flow, local: Local, isNotNull: boolean): Flow {
  const unassigned = without(flow.unassigned, [local])
  const notNull = isNotNull
    ? knowNotNull(flow, local).notNull
    : without(flow.notNull, [local])
  if (unassigned === flow.unassigned && notNull === flow.notNull) return flow
  return { isOver: flow.isOver, notNull, unassigned }
}

function both<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> {
  if (one === other || one.size === 0) return one
  return new Set([...one].filter((item) => other.has(item)))
}

function either<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> {
  if (one === other || other.size === 0) return one
  return new Set([...one, ...other])
}

/** The same set, if none of the items is in it. */
function without<T>(set: ReadonlySet<T>, items: Iterable<T>): ReadonlySet<T> {
  if (set.size === 0) return set
  const rest = new Set(set)
  for (const item of items) rest.delete(item)
  return rest.size === set.size ? set : rest
}
