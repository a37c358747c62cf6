-- purpose:  What the units of a department published of a measure, added up: with the number of each that is to be believed
--           first, and with another published one in place of one of them. Only where every unit that the department's
--           document names published it.
-- grain:    fct_unit_totals: one row per document of a department, fiscal year, kind, measure and choice of numbers; choice 0
--           is the first
--           fct_unit_parts: one row per document of a department, fiscal year and part that its units list apart

create or replace table fct_unit_totals as
with published as (
    select
        listed.document_id,
        listed.department_id,
        listed.unit_id,
        listed.unit_count,
        units.department_name as unit_name,
        numbers.fiscal_year,
        numbers.kind,
        numbers.measure,
        numbers.number_id,
        numbers.amount,
        numbers.half_width,
        numbers.fund,
        numbers.unit,
        numbers.position
    from fct_listed_units as listed
    inner join fct_measure_numbers as numbers on listed.unit_id = numbers.department_id
    inner join dim_bodies as units on listed.unit_id = units.department_id
    where listed.unit_count > 1
),

main as (
    select
        document_id,
        department_id,
        fiscal_year,
        kind,
        measure,
        unit_count,
        min(unit) as unit,
        case when min(fund) = max(fund) then min(fund) end as fund,
        cast(sum(amount) as decimal(32, 6)) as amount,
        cast(sum(half_width) as decimal(32, 8)) as half_width,
        string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
        string_agg(unit_name || ' ' || plain(amount), ' + ' order by number_id) as addends
    from published
    where position = 1
    group by document_id, department_id, fiscal_year, kind, measure, unit_count
    having count(*) = unit_count and min(unit) = max(unit)
),

others as (
    select
        main.document_id,
        main.department_id,
        main.fiscal_year,
        main.kind,
        main.measure,
        main.unit_count,
        main.unit,
        main.fund,
        cast(main.amount - first_number.amount + other.amount as decimal(32, 6)) as amount,
        cast(main.half_width - first_number.half_width + other.half_width as decimal(32, 8)) as half_width,
        main.numbers || ',' || cast(other.number_id as varchar) as numbers,
        main.addends,
        other.unit_name || ' ' || plain(other.amount) as instead,
        other.fund is distinct from first_number.fund as is_other_fund,
        other.number_id as choice
    from main
    inner join published as first_number
        on main.document_id = first_number.document_id
        and main.fiscal_year = first_number.fiscal_year
        and main.kind = first_number.kind
        and main.measure = first_number.measure
    inner join published as other
        on first_number.document_id = other.document_id
        and first_number.unit_id = other.unit_id
        and first_number.fiscal_year = other.fiscal_year
        and first_number.kind = other.kind
        and first_number.measure = other.measure
    where
        first_number.position = 1
        and other.position > 1
        and other.unit = first_number.unit
        and not agree(first_number.amount, first_number.half_width, other.amount, other.half_width)
)

select
    document_id,
    department_id,
    fiscal_year,
    kind,
    measure,
    unit_count,
    unit,
    fund,
    amount,
    half_width,
    numbers,
    addends,
    cast(null as varchar) as instead,
    false as is_other_fund,
    0 as choice
from main
union all
select * from others;

create or replace table fct_unit_parts as
with parts as (
    select
        listed.document_id,
        numbers.department_id,
        numbers.fiscal_year,
        numbers.row_code,
        numbers.row_name,
        numbers.number_id,
        numbers.amount,
        numbers.half_width,
        units.department_name as unit_name
    from fct_listed_units as listed
    inner join fct_numbers as numbers on listed.unit_id = numbers.department_id
    inner join dim_bodies as units on numbers.department_id = units.department_id
    where
        numbers.statement in ('performance_base', 'overall_evaluation')
        and numbers.column_key = 'actual'
        and numbers.unit = '万元'
        and numbers.amount <> 0
        and (numbers.row_code is null or numbers.row_code not in ('total', 'revenue', 'expenditure'))
)

-- A part of several units is the sum over those that list it; of one unit it is itself.
select
    document_id,
    fiscal_year,
    row_code,
    cast(sum(amount) as decimal(32, 6)) as amount,
    cast(sum(half_width) as decimal(32, 8)) as half_width,
    string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
    string_agg(unit_name || '的' || row_name || ' ' || plain(amount), ' + ' order by number_id)
    || ' = ' || plain(sum(amount)) as told
from parts
where row_code is not null
group by document_id, fiscal_year, row_code
having count(*) > 1 and count(*) = count(distinct department_id)
union all
select
    document_id,
    fiscal_year,
    row_code,
    amount,
    half_width,
    cast(number_id as varchar) as numbers,
    unit_name || '的' || row_name || ' ' || plain(amount) as told
from parts;
