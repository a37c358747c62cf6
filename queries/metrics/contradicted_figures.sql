-- purpose:  The published numbers of contradictions (不一致), so that they can be marked wherever they are shown.
-- grain:    one row per contradiction and published number that took part in it
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year of the contradiction; null = all
-- returns:  department_id VARCHAR  body of the contradiction
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the contradiction
-- returns:  finding_id VARCHAR  name of the contradiction, as in reconciliation
-- returns:  severity INTEGER  as in reconciliation
-- returns:  follows_from VARCHAR  finding_id of the contradiction that this one only follows from
-- returns:  number_id INTEGER  name of the number while the data stay as they are
-- returns:  side VARCHAR  left or right
-- returns:  stands_alone BOOLEAN  true where it is the one number of its side, so one of the two that contradict; false for
--           an addend, or an amount that a rate was computed from
-- returns:  document_id VARCHAR  document that publishes it
-- returns:  locator VARCHAR  where it stands
-- returns:  amount DECIMAL(32,6)  in `unit`
-- returns:  unit VARCHAR  万元, %, 人 …

with sides as (
    select
        comparison,
        side,
        count(*) as parts
    from fct_finding_numbers
    group by comparison, side
)

select
    findings.department_id,
    bodies.department_name,
    findings.fiscal_year,
    findings.finding_id,
    findings.severity,
    findings.follows_from,
    numbers.number_id,
    members.side,
    sides.parts = 1 as stands_alone,
    numbers.document_id,
    numbers.locator,
    numbers.amount,
    numbers.unit
from fct_findings as findings
inner join dim_bodies as bodies on findings.department_id = bodies.department_id
inner join fct_finding_numbers as members on findings.comparison = members.comparison
inner join sides on members.comparison = sides.comparison and members.side = sides.side
inner join fct_numbers as numbers on members.number_id = numbers.number_id
where
    findings.verdict = 'conflict'
    and (cast($department as varchar) is null or findings.department_id = $department)
    and (cast($year as integer) is null or findings.fiscal_year = $year)
order by
    case when findings.follows_from is null then 0 else 1 end,
    findings.severity desc,
    findings.comparison,
    members.side,
    numbers.number_id
