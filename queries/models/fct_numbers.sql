-- purpose:  Every number that a document publishes, whether it stands in a table, in the text or in an evaluation, with
--           one id; the checks compare these. Tables in quarantine are left out.
-- grain:    fct_numbers: one row per published number; blank cells, which are 0 by rule, are rows too

create or replace table fct_numbers as
with figures as (
    select
        document_id,
        ordinal,
        'figure' as record,
        department_id,
        fiscal_year,
        statement,
        side,
        row_code,
        row_name,
        level,
        parent_code,
        column_key,
        column_name,
        fund,
        amount,
        half_width,
        unit,
        is_blank,
        published_text,
        budget_kind,
        place_section,
        locator
    from stg_figures
    where quarantine is null and amount is not null
),

claims as (
    select
        document_id,
        ordinal,
        'claim' as record,
        department_id,
        fiscal_year,
        'narrative' as statement,
        section_no,
        section_title,
        sentence,
        subject,
        measure,
        subject_code,
        fund,
        claim_kind,
        column_key,
        base,
        direction,
        stated_text as published_text,
        stated_value as amount,
        half_width,
        unit,
        is_detail,
        locator
    from stg_claims
),

-- An indicator of an evaluation has two numbers, what it counts for and what it got. Points are exact.
indicators as (
    select
        document_id,
        ordinal,
        'indicator_weight' as record,
        department_id,
        fiscal_year,
        level_3 as row_name,
        'weight' as column_key,
        '分值' as column_name,
        weight as amount,
        place_section,
        locator
    from stg_indicators
    where weight is not null
    union all
    select
        document_id,
        ordinal,
        'indicator_score' as record,
        department_id,
        fiscal_year,
        level_3 as row_name,
        'score' as column_key,
        '得分' as column_name,
        score as amount,
        place_section,
        locator
    from stg_indicators
    where score is not null
),

numbers as (
    select
        *,
        cast(null as varchar) as section_no,
        cast(null as varchar) as section_title,
        cast(null as integer) as sentence,
        cast(null as varchar) as subject,
        cast(null as varchar) as measure,
        cast(null as varchar) as subject_code,
        cast(null as varchar) as claim_kind,
        cast(null as varchar) as base,
        cast(null as varchar) as direction,
        cast(null as boolean) as is_detail
    from figures
    union all
    select
        document_id,
        ordinal,
        record,
        department_id,
        fiscal_year,
        statement,
        null as side,
        null as row_code,
        null as row_name,
        null as level,
        null as parent_code,
        column_key,
        null as column_name,
        fund,
        amount,
        half_width,
        unit,
        false as is_blank,
        published_text,
        null as budget_kind,
        null as place_section,
        locator,
        section_no,
        section_title,
        sentence,
        subject,
        measure,
        subject_code,
        claim_kind,
        base,
        direction,
        is_detail
    from claims
    union all
    select
        document_id,
        ordinal,
        record,
        department_id,
        fiscal_year,
        'indicator' as statement,
        null as side,
        null as row_code,
        row_name,
        null as level,
        null as parent_code,
        column_key,
        column_name,
        'all' as fund,
        amount,
        0 as half_width,
        '分' as unit,
        false as is_blank,
        plain(amount) as published_text,
        null as budget_kind,
        place_section,
        locator,
        null as section_no,
        null as section_title,
        null as sentence,
        null as subject,
        null as measure,
        null as subject_code,
        null as claim_kind,
        null as base,
        null as direction,
        null as is_detail
    from indicators
)

select
    cast(row_number() over (order by numbers.document_id, numbers.ordinal, numbers.record) as integer) as number_id,
    documents.document_kind,
    documents.department_id as document_body,
    documents.fiscal_year as document_year,
    bodies.body_level,
    bodies.parent_id,
    numbers.*
from numbers
inner join dim_documents as documents on numbers.document_id = documents.document_id
inner join dim_bodies as bodies on numbers.department_id = bodies.department_id;
