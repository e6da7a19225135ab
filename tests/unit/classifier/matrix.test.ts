import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixOf } from '../../../lib/classifier/training/matrix.ts';

/** Tables of small whole numbers, most of them 0 or none, so that both kinds of matrix come up. */
const tableArbitrary = fc
  .record({ width: fc.integer({ min: 1, max: 5 }), height: fc.integer({ min: 1, max: 6 }), sparse: fc.boolean() })
  .chain(({ width, height, sparse }) =>
    fc.record({
      width: fc.constant(width),
      values: fc.array(sparse ? fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 3) : fc.integer({ min: 1, max: 9 }), {
        minLength: width * height,
        maxLength: width * height,
      }),
      rows: fc.subarray(
        Array.from({ length: height }, (_, row) => row),
        { minLength: 1 },
      ),
    }),
  );
const numberArbitrary = fc.integer({ min: -9, max: 9 });

describe('matrixOf', () => {
  test('multiplies the rows that were taken, with any number of classes', () => {
    fc.assert(
      fc.property(
        tableArbitrary,
        fc.integer({ min: 1, max: 7 }),
        fc.infiniteStream(numberArbitrary),
        (table, classes, stream) => {
          const weights = Float64Array.from({ length: table.width * classes }, () => stream.next().value as number);
          const out = new Float64Array(table.rows.length * classes).fill(Number.NaN);
          matrixOf(Float32Array.from(table.values), table.width, Int32Array.from(table.rows)).multiply(
            weights,
            classes,
            out,
          );
          const wanted = table.rows.flatMap((row) =>
            Array.from({ length: classes }, (_, k) => {
              let sum = 0;
              for (let d = 0; d < table.width; d++)
                sum += (table.values[row * table.width + d] ?? 0) * (weights[d * classes + k] ?? 0);
              return sum;
            }),
          );
          expect([...out].map((value) => value + 0)).toEqual(wanted.map((value) => value + 0));
        },
      ),
    );
  });

  test('gathers what multiplying spread: the transposed product', () => {
    fc.assert(
      fc.property(
        tableArbitrary,
        fc.integer({ min: 1, max: 7 }),
        fc.infiniteStream(numberArbitrary),
        (table, classes, stream) => {
          const values = Float64Array.from(
            { length: table.rows.length * classes },
            () => stream.next().value as number,
          );
          const sums = matrixOf(Float32Array.from(table.values), table.width, Int32Array.from(table.rows)).gather(
            values,
            classes,
          );
          for (let d = 0; d < table.width; d++)
            for (let k = 0; k < classes; k++)
              expect((sums[d * classes + k] ?? 0) + 0).toBe(
                table.rows.reduce(
                  (sum, row, place) =>
                    sum + (table.values[row * table.width + d] ?? 0) * (values[place * classes + k] ?? 0),
                  0,
                ) + 0,
              );
        },
      ),
    );
  });
});
