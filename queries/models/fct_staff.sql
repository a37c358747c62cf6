-- purpose:  People in post at the end of the year (实有人数). A department's are those of its units, and not known unless every
--           unit publishes its own.
-- grain:    one row per body and fiscal year that publishes one number of staff

create or replace table fct_staff as
with stated as (
    select department_id, fiscal_year, amount as staff, locator, source_rank, ordinal
    from account_figures
    where row_code = 'staff' and column_key = 'actual' and unit = '人' and amount is not null
    union all
    select department_id, fiscal_year, stated_value as staff, locator, source_rank, ordinal
    from account_claims
    where measure = 'staff' and claim_kind = 'count' and unit = '人' and not is_detail
),

-- Two different numbers are no number.
own as (
    select
        department_id,
        fiscal_year,
        max(staff) as staff,
        min(locator) as locator
    from stated
    group by department_id, fiscal_year
    having min(staff) = max(staff)
),

of_units as (
    select
        units.parent_id as department_id,
        own.fiscal_year,
        sum(own.staff) as staff,
        string_agg(units.department_name || ' ' || own.locator, '；' order by units.department_id) as locator
    from own
    inner join dim_bodies as units on own.department_id = units.department_id
    where units.parent_id is not null
    group by units.parent_id, own.fiscal_year
    having count(*) = (select count(*) from dim_bodies as each where each.parent_id = units.parent_id)
),

with_units as (
    select distinct parent_id as department_id from dim_bodies where parent_id is not null
)

select department_id, fiscal_year, cast(staff as decimal(32, 6)) as staff, locator from of_units
union all
select own.department_id, own.fiscal_year, cast(own.staff as decimal(32, 6)) as staff, own.locator
from own
left join with_units on own.department_id = with_units.department_id
where with_units.department_id is null;
