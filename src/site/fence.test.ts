/** The words of fences: what is asked for, and what is not understood. */
import { describe, expect, test } from 'vitest'
import { parseRunnable } from './fence.ts'

describe('parseRunnable', () => {
  const run = {
    language: 'examplescript',
    view: 'run',
    isRun: true,
    module: false,
    views: [],
    title: '',
  }
  const stages = { ...run, view: 'stages', isRun: false }
  test.each([
    ['examplescript run', run],
    [' examplescript run ', run],
    ['examplescript run title="A b"', { ...run, title: 'A b' }],
    ['examplescript run module', { ...run, module: true }],
    [
      'examplescript-talk run module title="1 + 1 = “2”"',
      {
        ...run,
        language: 'examplescript-talk',
        module: true,
        title: '1 + 1 = “2”',
      },
    ],
    [
      'examplescript tokens title="T"',
      { ...run, view: 'tokens', isRun: false, title: 'T' },
    ],
    ['examplescript stages tree', { ...stages, views: ['tree'] }],
    [
      'examplescript stages types tree run title="T"',
      { ...stages, views: ['types', 'tree'], isRun: true, title: 'T' },
    ],
    ['examplescript run memory', { ...run, memory: 'bytes' }],
    ['examplescript run memory=f64', { ...run, memory: 'f64' }],
    [
      'examplescript run canvas=320x200 memory=pixels',
      { ...run, canvas: { width: 320, height: 200 }, memory: 'pixels' },
    ],
    ['examplescript stages', undefined],
    ['examplescript stages trees', undefined],
    ['examplescript stages tree module', undefined],
    ['examplescript run tree', undefined],
    ['examplescript run run', undefined],
    ['examplescript run memory=words', undefined],
    ['examplescript run canvas=320', undefined],
    ['examplescript run canvas', undefined],
    ['examplescript-talk run memory', undefined],
    ['examplescript tokens memory', undefined],
    ['', undefined],
    ['examplescript', undefined],
    ['examplescript walk', undefined],
    ['examplescript run modules', undefined],
    ['examplescript run title=Sum', undefined],
    ['examplescript run title=""', undefined],
    ['examplescript run title="A" module', undefined],
    ['examplescripts run', undefined],
    ['ts run title="A"', undefined],
  ])('%j', (info, expected) => {
    expect(parseRunnable(info)).toEqual(expected)
  })
})
