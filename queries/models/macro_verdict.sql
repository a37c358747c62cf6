-- purpose:  Whether two published numbers can be the same number, by the intervals that their decimals stand for
--           (XBRL Calculations 1.1), without a float.
-- grain:    macros
-- rounds_to: the value, rounded half away from zero to the stated decimals, is the stated number.
-- amount_verdict: of a stated number and one that it is compared with: agree, rounding or conflict; null where one is null.
-- pair_verdict: the same where both are published as they stand, so that the coarser one sets the decimals.
-- rate_verdict: of a stated percentage and the two amounts that it follows from; null where one is null or the whole is 0.
-- rate_rounds_to: the rate of two amounts, rounded to the stated decimals, is the stated one; null where the whole is 0.
-- rate_tolerance: how many percentage points a rate may be off by rounding of all three.
-- is_cut_off: the stated number is the value with its further decimals cut off; both of the same sign.
-- plain:    a number as one writes it, without zeros at its end.

create or replace macro plain(value) as
    rtrim(rtrim(cast(cast(value as decimal(32, 6)) as varchar), '0'), '.');

create or replace macro rounds_to(value, stated, half_width) as
    value = stated
    or (
        abs(value) - (case when value < 0 then -stated else stated end) < half_width
        and abs(value) - (case when value < 0 then -stated else stated end) >= -half_width
    );

create or replace macro amount_verdict(stated, half_width, other, other_half_width) as
    case
        when stated is null or other is null then null
        when
            rounds_to(cast(other as decimal(32, 8)), cast(stated as decimal(32, 8)), half_width)
            then 'agree'
        when agree(stated, half_width, other, other_half_width) then 'rounding'
        else 'conflict'
    end;

create or replace macro pair_verdict(left_value, left_half_width, right_value, right_half_width) as
    case
        when left_half_width >= right_half_width
            then amount_verdict(left_value, left_half_width, right_value, right_half_width)
        else amount_verdict(right_value, right_half_width, left_value, left_half_width)
    end;

-- Down to a hundredth of a cent as a whole number.
create or replace macro fine_scaled(value) as
    cast(cast(value as decimal(32, 8)) * 100000000 as hugeint);

-- The products of a stated rate and a whole fill one interval, between the products of their ends.
create or replace macro rate_overlaps(
    stated, stated_half_width, part, part_half_width, whole, whole_half_width
) as
    greatest(
        fine_scaled(stated + stated_half_width) * fine_scaled(whole + whole_half_width),
        fine_scaled(stated + stated_half_width) * fine_scaled(whole - whole_half_width),
        fine_scaled(stated - stated_half_width) * fine_scaled(whole + whole_half_width),
        fine_scaled(stated - stated_half_width) * fine_scaled(whole - whole_half_width)
    ) >= fine_scaled(part - part_half_width) * 10000000000
    and least(
        fine_scaled(stated + stated_half_width) * fine_scaled(whole + whole_half_width),
        fine_scaled(stated + stated_half_width) * fine_scaled(whole - whole_half_width),
        fine_scaled(stated - stated_half_width) * fine_scaled(whole + whole_half_width),
        fine_scaled(stated - stated_half_width) * fine_scaled(whole - whole_half_width)
    ) <= fine_scaled(part + part_half_width) * 10000000000;

create or replace macro rate_rounds_to(stated, stated_half_width, part, whole) as
    rounds_to(
        cast(percent(part, whole) as decimal(32, 8)),
        cast(stated as decimal(32, 8)),
        stated_half_width
    );

create or replace macro rate_verdict(
    stated, stated_half_width, part, part_half_width, whole, whole_half_width
) as
    case
        when stated is null or part is null or whole is null or whole = 0 then null
        when rate_rounds_to(stated, stated_half_width, part, whole) then 'agree'
        when
            rate_overlaps(stated, stated_half_width, part, part_half_width, whole, whole_half_width)
            then 'rounding'
        else 'conflict'
    end;

create or replace macro rate_tolerance(stated_half_width, part, part_half_width, whole, whole_half_width) as
    cast(
        cast(stated_half_width as decimal(32, 8))
        + cast(
            cast(
                (
                    10000000000 * (
                        fine_scaled(part_half_width) * abs(fine_scaled(whole))
                        + abs(fine_scaled(part)) * fine_scaled(whole_half_width)
                    )
                ) // nullif(fine_scaled(whole) * fine_scaled(whole), 0)
                as decimal(28, 0)
            ) * cast(0.00000001 as decimal(8, 8))
            as decimal(32, 8)
        )
        as decimal(32, 8)
    );

create or replace macro is_cut_off(stated, value) as
    abs(value) >= abs(stated)
    and abs(value) * case length(split_part(plain(stated), '.', 2)) when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end
    < abs(stated) * case length(split_part(plain(stated), '.', 2)) when 0 then 1 when 1 then 10 when 2 then 100 else 1000 end
    + 1;
