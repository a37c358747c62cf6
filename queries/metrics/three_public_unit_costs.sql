-- purpose:  What a vehicle kept, a reception party and a guest cost, where their numbers are published.
-- grain:    one row per body, fiscal year and unit counted that has one published number
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year
-- returns:  per VARCHAR  vehicle, batch or guest
-- returns:  component VARCHAR  what is divided: vehicle_operation, or reception
-- returns:  actual DECIMAL(32,6)  万元; null where not known
-- returns:  alt_actual DECIMAL(32,6)  万元; a second, different figure
-- returns:  counted DECIMAL(32,6)  vehicles kept, parties or guests
-- returns:  per_unit DECIMAL(32,4)  万元 each; null where the amount is not known or contradicted, or the number is 0
-- returns:  per_unit_yuan DECIMAL(32,4)  元 each; likewise
-- returns:  locator VARCHAR  place of actual
-- returns:  counted_locator VARCHAR  place of counted
-- returns:  document_id VARCHAR  document that the number stands in

with counted_names as (
    select *
    from (
        values
        ('vehicles_kept', 'vehicle', 'vehicle_operation', 1),
        ('reception_batches', 'batch', 'reception', 2),
        ('reception_people', 'guest', 'reception', 3)
    ) as t (name, per, component, position)
),

stated as (
    select
        department_id,
        fiscal_year,
        measure as name,
        stated_value as counted,
        locator,
        document_id,
        -- The section on the three is of the vehicles that appropriations pay for; the one on property counts all there are.
        case when section_title like '%三公%' then 1 else 2 end as preference
    from account_claims
    where claim_kind = 'count' and not is_detail and stated_value is not null
    union all
    select
        department_id,
        fiscal_year,
        row_code as name,
        amount as counted,
        locator,
        document_id,
        1 as preference
    from account_figures
    where column_key = 'actual' and unit not in ('万元', '%') and amount is not null
),

nearest as (
    select
        stated.*,
        min(stated.preference) over (
            partition by stated.department_id, stated.fiscal_year, stated.name
        ) as best
    from stated
    inner join counted_names on stated.name = counted_names.name
),

-- Two different numbers are no number.
counts as (
    select
        department_id,
        fiscal_year,
        name,
        cast(max(counted) as decimal(32, 6)) as counted,
        min(locator) as locator,
        min(document_id) as document_id
    from nearest
    where preference = best
    group by department_id, fiscal_year, name
    having min(counted) = max(counted)
),

joined as (
    select
        counts.department_id,
        counts.fiscal_year,
        names.per,
        names.component,
        names.position,
        changes.actual,
        changes.alt_actual,
        counts.counted,
        case when changes.alt_actual is null then changes.actual end as divided,
        changes.locator,
        counts.locator as counted_locator,
        counts.document_id
    from counts
    inner join counted_names as names on counts.name = names.name
    left join fct_measure_changes as changes
        on counts.department_id = changes.department_id
        and counts.fiscal_year = changes.fiscal_year
        and names.component = changes.measure
)

select
    joined.department_id,
    bodies.department_name,
    joined.fiscal_year,
    joined.per,
    joined.component,
    joined.actual,
    joined.alt_actual,
    joined.counted,
    quotient(joined.divided, joined.counted) as per_unit,
    quotient(cast(joined.divided * 10000 as decimal(32, 6)), joined.counted) as per_unit_yuan,
    joined.locator,
    joined.counted_locator,
    joined.document_id
from joined
inner join dim_bodies as bodies on joined.department_id = bodies.department_id
where
    (cast($department as varchar) is null or joined.department_id = $department)
    and (cast($year as integer) is null or joined.fiscal_year = $year)
order by
    joined.department_id,
    joined.fiscal_year desc,
    joined.position
