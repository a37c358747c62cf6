-- purpose:  Published numbers with what stands around them: all cells of their row of a table, all numbers of their
--           sentence, so that the place can be shown as it was published.
-- grain:    one row per published number of those rows and sentences, in the order of the documents; blank cells are rows too
-- param:    $numbers VARCHAR  number_id of the numbers asked for, by commas; null = none
-- returns:  number_id INTEGER  name of the number while the data stay as they are
-- returns:  is_asked BOOLEAN  true for the numbers asked for
-- returns:  place INTEGER  number_id of the first number of the row or sentence
-- returns:  record VARCHAR  claim for numbers of the text; else figure, or what of an indicator it is
-- returns:  department_id VARCHAR  body that the number is about
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year that it is about
-- returns:  document_id VARCHAR  document that publishes it
-- returns:  statement VARCHAR  statement or annex table; narrative for the text
-- returns:  heading VARCHAR  title of the statement as published, or of the section of the text
-- returns:  section_no VARCHAR  number of the section of the text; null for statements
-- returns:  side VARCHAR  revenue, expenditure or null
-- returns:  row_code VARCHAR  subject code, or the word of the row; null for the text
-- returns:  row_name VARCHAR  row of the table; null for the text
-- returns:  column_key VARCHAR  what the column holds, or which amount the text speaks of
-- returns:  column_name VARCHAR  head of the column; null for the text
-- returns:  subject VARCHAR  what the sentence speaks of; null for statements
-- returns:  claim_kind VARCHAR  amount, change, share_pct …; null for statements
-- returns:  amount DECIMAL(32,6)  in `unit`
-- returns:  unit VARCHAR  万元, %, 人 …
-- returns:  is_blank BOOLEAN  published blank, which is 0 by rule
-- returns:  published_text VARCHAR  as published
-- returns:  published_unit VARCHAR  unit of the table; null for the text, whose numbers carry their own
-- returns:  locator VARCHAR  where it stands

with asked as (
    select distinct cast(number_id as integer) as number_id
    from (
        select unnest(string_split(cast($numbers as varchar), ',')) as number_id
    ) as listed
    where number_id <> ''
),

placed as (
    select
        numbers.*,
        figures.published_unit,
        figures.line,
        asked.number_id is not null as is_asked
    from fct_numbers as numbers
    left join stg_figures as figures
        on numbers.record = 'figure' and numbers.document_id = figures.document_id and numbers.ordinal = figures.ordinal
    left join asked on numbers.number_id = asked.number_id
),

grouped as (
    select
        *,
        -- A row is told by its line and name: tables of two halves have two rows in a line.
        min(number_id) over around as place,
        max(case when is_asked then 1 else 0 end) over around as is_wanted
    from placed
    window around as (
        partition by
            document_id,
            statement,
            case record when 'claim' then cast(null as varchar) else department_id end,
            side,
            place_section,
            row_name,
            line,
            case record
                when 'figure' then cast(null as integer)
                when 'claim' then coalesce(sentence, -ordinal)
                -- The numbers of an indicator are one record.
                else ordinal
            end
    )
)

select
    grouped.number_id,
    grouped.is_asked,
    grouped.place,
    grouped.record,
    grouped.department_id,
    bodies.department_name,
    grouped.fiscal_year,
    grouped.document_id,
    grouped.statement,
    coalesce(grouped.place_section, grouped.section_title) as heading,
    grouped.section_no,
    grouped.side,
    grouped.row_code,
    grouped.row_name,
    grouped.column_key,
    grouped.column_name,
    grouped.subject,
    grouped.claim_kind,
    grouped.amount,
    grouped.unit,
    grouped.is_blank,
    grouped.published_text,
    grouped.published_unit,
    grouped.locator
from grouped
inner join dim_bodies as bodies on grouped.department_id = bodies.department_id
where grouped.is_wanted = 1
order by grouped.number_id
