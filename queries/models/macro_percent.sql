-- purpose:  The exact ratio of two amounts as a percentage, and the test that two published numbers can be the same.
-- grain:    macros
-- percent:  part / |whole| in percent, four decimals, half away from zero; null where the whole is 0 or not known.
--           On scaled integers, because DECIMAL / DECIMAL is a DOUBLE in DuckDB.
-- quotient: amount / count, four decimals, half away from zero; null where the count is 0 or not known.
-- agree:    the closed intervals of two published numbers meet (XBRL Calculations 1.1).
-- implied_half_width: how far off last year's amount can be that is an amount less a stated change. A text in 万元 computes
--           its change from amounts as it rounds them, so an amount in 元 from a table counts for no more than the text's.

create or replace macro scaled(amount) as
    cast(cast(amount as decimal(32, 6)) * 1000000 as hugeint);

create or replace macro percent(part, whole) as
    cast(
        cast(
            case when cast(part as decimal(32, 6)) < 0 then -1 else 1 end
            * (
                (abs(scaled(part)) * 2000000 + abs(scaled(whole)))
                // (2 * nullif(abs(scaled(whole)), 0))
            )
            as decimal(28, 0)
        ) * cast(0.0001 as decimal(4, 4))
        as decimal(32, 4)
    );

create or replace macro quotient(amount, number) as
    cast(
        cast(
            case when cast(amount as decimal(32, 6)) < 0 then -1 else 1 end
            * (
                (abs(scaled(amount)) * 20000 + abs(scaled(number)))
                // (2 * nullif(abs(scaled(number)), 0))
            )
            as decimal(28, 0)
        ) * cast(0.0001 as decimal(4, 4))
        as decimal(32, 4)
    );

create or replace macro agree(left_amount, left_half_width, right_amount, right_half_width) as
    abs(cast(left_amount as decimal(32, 8)) - cast(right_amount as decimal(32, 8)))
    <= left_half_width + right_half_width;

create or replace macro implied_half_width(amount_half_width, change_half_width) as
    change_half_width
    + case when amount_half_width > change_half_width then amount_half_width else change_half_width end;
