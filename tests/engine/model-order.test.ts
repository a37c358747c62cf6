import { expect, test } from 'vitest';
import { createdNames, orderModels } from '../../src/engine/model-order.ts';
import { parseSqlFile } from '../../src/engine/sql-file.ts';

const model = (name: string, text: string) => parseSqlFile({ path: `models/${name}.sql`, text });
const namesOf = (files: ReturnType<typeof orderModels>) => files.map(({ name }) => name);

test('A model comes after those whose views, macros and tables it names', () => {
  const files = [
    model('dim_a', 'create or replace view dim_a as select half(x) from "stg_z"'),
    model('fct_b', 'create view fct_b as select * from dim_a'),
    model('stg_z', 'create or replace view stg_z as select * from snapshot'),
    model('z_macro', 'create or replace macro half(x) as x // 2; create macro other() as 1'),
  ];
  expect(namesOf(orderModels(files))).toEqual(['stg_z', 'z_macro', 'dim_a', 'fct_b']);
  expect(namesOf(orderModels([...files].reverse()))).toEqual(['stg_z', 'z_macro', 'dim_a', 'fct_b']);
});

test('Names in strings and comments are no need', () => {
  const files = [
    model('a', "create view a as select 'b' as x -- from b"),
    model('b', 'create view b as select * from a'),
  ];
  expect(namesOf(orderModels(files))).toEqual(['a', 'b']);
});

test('A circle is an error that says who is in it', () => {
  const files = [model('a', 'create view a as select * from b'), model('b', 'create view b as select * from a')];
  expect(() => orderModels(files)).toThrow('a → b → a');
});

test('Two models that make the same thing are an error', () => {
  expect(() => orderModels([model('a', 'create view x as select 1'), model('b', 'create view x as select 2')])).toThrow(
    'also created by models/a.sql',
  );
});

test('What a file makes is found however it is written', () => {
  const text = `create or replace temp view "A b" as select 1;
    CREATE TABLE IF NOT EXISTS t (x integer); create type mood as enum ('create view no');`;
  expect(createdNames(model('m', text))).toEqual(['a b', 't', 'mood']);
});
