-- purpose:  The documents in the order in which such documents are published: the budget of a year early in that year, its
--           final accounts in the autumn of the next one, after the next budget.
-- grain:    one row per document

create or replace table dim_documents as
select
    document_id,
    department_id,
    fiscal_year,
    case when document_kind = 'budget' then 'budget' else 'final_accounts' end as document_kind,
    2 * fiscal_year + case when document_kind = 'budget' then 0 else 3 end as published_order
from stg_documents;
