-- purpose:  The published numbers that no comparison of the reconciliation takes in.
-- grain:    one row per number, in the order of the documents; blank cells are none
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year that the numbers speak of; null = all
-- returns:  department_id VARCHAR  body that the number is about
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year that it is about
-- returns:  document_id VARCHAR  document that publishes it
-- returns:  number_id INTEGER  name of the number while the data stay as they are
-- returns:  statement VARCHAR  statement or annex table; narrative for the text
-- returns:  section_no VARCHAR  number of the section of the text; null for statements
-- returns:  section_title VARCHAR  its title; null for statements
-- returns:  subject VARCHAR  row of the table, or what the sentence speaks of
-- returns:  column_name VARCHAR  head of the column; null for the text
-- returns:  claim_kind VARCHAR  amount, change, share_pct …; null for statements
-- returns:  published_text VARCHAR  as published
-- returns:  unit VARCHAR  of the number as stored
-- returns:  locator VARCHAR  where it stands

with compared as (
    select distinct number_id
    from fct_finding_numbers
)

select
    numbers.department_id,
    bodies.department_name,
    numbers.fiscal_year,
    numbers.document_id,
    numbers.number_id,
    numbers.statement,
    numbers.section_no,
    numbers.section_title,
    coalesce(numbers.row_name, numbers.subject) as subject,
    numbers.column_name,
    numbers.claim_kind,
    numbers.published_text,
    numbers.unit,
    numbers.locator
from fct_numbers as numbers
inner join dim_bodies as bodies on numbers.department_id = bodies.department_id
left join compared on numbers.number_id = compared.number_id
where
    compared.number_id is null
    and not numbers.is_blank
    and (cast($department as varchar) is null or numbers.department_id = $department)
    and (cast($year as integer) is null or numbers.fiscal_year = $year)
order by numbers.number_id
