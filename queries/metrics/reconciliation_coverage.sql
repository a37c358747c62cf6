-- purpose:  How many of the published numbers at least one comparison of the reconciliation takes in.
-- grain:    one row per body, year, document and statement; of the text, per section
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year that the numbers speak of; null = all
-- returns:  department_id VARCHAR  body that the numbers are about
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year that they are about
-- returns:  document_id VARCHAR  document that publishes them
-- returns:  statement VARCHAR  statement or annex table; narrative for the text
-- returns:  section_no VARCHAR  number of the section of the text; null for statements
-- returns:  section_title VARCHAR  its title; null for statements
-- returns:  published INTEGER  numbers that stand there; blank cells are none
-- returns:  compared INTEGER  those of them that took part in a comparison

with compared as (
    select distinct number_id
    from fct_finding_numbers
)

select
    numbers.department_id,
    bodies.department_name,
    numbers.fiscal_year,
    numbers.document_id,
    numbers.statement,
    numbers.section_no,
    numbers.section_title,
    cast(count(*) as integer) as published,
    cast(count(compared.number_id) as integer) as compared
from fct_numbers as numbers
inner join dim_bodies as bodies on numbers.department_id = bodies.department_id
left join compared on numbers.number_id = compared.number_id
where
    not numbers.is_blank
    and (cast($department as varchar) is null or numbers.department_id = $department)
    and (cast($year as integer) is null or numbers.fiscal_year = $year)
group by
    numbers.department_id,
    bodies.department_name,
    numbers.fiscal_year,
    numbers.document_id,
    numbers.statement,
    numbers.section_no,
    numbers.section_title
order by min(numbers.number_id)
