package app.afterwell.aftercare.outcome;

/**
 * The questions to the database. Each counts all locations and their totals at once, since what may be shown of one
 * location depends on the others. {@code *} stands for a total.
 */
final class OutcomeQueries {

    private OutcomeQueries() {}

    /** The plans that count: of the period, and the newest version of each. */
    private static final String PLANS = """
            with p as (
                select p.id, p.client_id, p.session, p.decided, p.engine_result, p.baseline, p.peak, p.band_end_hours,
                       p.max_pressure, p.starts_on, p.zone, coalesce(l.location_id::text, 'unknown') as place
                from aftercare_plan p join plan_place l on l.plan_id = p.id
                where p.superseded_by is null and p.starts_on between :from and :to)
            """;

    static final String VISITS = PLANS + """
            select place, '*' as line, '*' as part, count(distinct client_id) as people, count(*) as visits
            from p group by grouping sets ((place), ())
            """;

    /**
     * The band is that of {@code ExpectedBand}: a straight line up to 24 hours and one down to its end. A visit counts
     * once for each technique and pressure that it had.
     */
    static final String SORENESS = PLANS + """
            , told as (
                select p.id, p.client_id, p.place, p.session, max(c.pain) - p.baseline as rise,
                       p.peak - p.baseline as expected,
                       bool_or(c.pain > case
                           when c.hours <= 0 or c.hours >= p.band_end_hours then p.baseline
                           when c.hours <= 24 then p.baseline + (p.peak - p.baseline) * c.hours / 24
                           else p.baseline + (p.peak - p.baseline) * (p.band_end_hours - c.hours)
                               / (p.band_end_hours - 24) end) as above
                from p join check_in c on c.plan_id = p.id and c.status = 'ANSWERED'
                group by p.id, p.client_id, p.place, p.session, p.baseline, p.peak),
            worked as (
                select distinct t.id, t.client_id, t.place, technique, a ->> 'pressure' as pressure, t.rise, t.expected,
                       t.above
                from told t cross join lateral jsonb_array_elements(t.session -> 'areas') a
                    cross join lateral jsonb_array_elements_text(a -> 'techniques') technique
                where a ->> 'pressure' is not null),
            counted as (
                select id, client_id, place, technique as line, pressure as part, rise, expected, above from worked
                union all
                select distinct id, client_id, place, '*', pressure, rise, expected, above from worked
                union all
                select distinct id, client_id, place, technique, '*', rise, expected, above from worked
                union all
                select distinct id, client_id, place, '*', '*', rise, expected, above from worked)
            select place, line, part, count(distinct client_id) as people, count(*) as visits, avg(rise) as rise,
                   avg(expected) as expected, avg(above::int) as above
            from counted group by grouping sets ((place, line, part), (line, part))
            """;

    /** Back is the first answer at or below the pain after the visit that no worse answer follows. */
    static final String RESOLVED = PLANS + """
            , last as (
                select p.id, p.client_id, p.place, coalesce(p.max_pressure, 0)::text as pressure, p.baseline,
                       count(c.id) as answers, max(c.hours) filter (where c.pain > p.baseline) as above
                from p left join check_in c on c.plan_id = p.id and c.status = 'ANSWERED'
                group by p.id, p.client_id, p.place, p.max_pressure, p.baseline),
            back as (
                select l.*, (select min(c.hours) from check_in c
                             where c.plan_id = l.id and c.status = 'ANSWERED' and c.pain <= l.baseline
                               and (l.above is null or c.hours > l.above)) as hours
                from last l),
            sorted as (
                select *, case when answers = 0 then 'UNKNOWN' when hours is null then 'NOT_YET'
                               when hours <= 36 then 'FIRST_DAY' when hours <= 60 then 'SECOND_DAY' else 'LATER' end as "when"
                from back),
            counted as (
                select place, pressure as line, "when" as part, client_id, hours from sorted
                union all select place, '*', "when", client_id, hours from sorted
                union all select place, pressure, '*', client_id, hours from sorted
                union all select place, '*', '*', client_id, hours from sorted)
            select place, line, part, count(distinct client_id) as people, count(*) as visits,
                   percentile_cont(0.5) within group (order by hours) as hours
            from counted group by grouping sets ((place, line, part), (line, part))
            """;

    /**
     * Days that are over, and those of today that were answered. A day on which an item was on hold and not answered is
     * none on which it was due. How to reach the clinic is nothing that one does.
     */
    static final String ADHERENCE = PLANS + """
            , due as (
                select p.place, p.client_id, i ->> 'item' as item, coalesce(t.state, 'UNKNOWN') as state
                from p cross join lateral jsonb_array_elements(coalesce(p.decided, p.engine_result) -> 'offered') i
                    cross join lateral jsonb_array_elements_text(i -> 'days') d
                    left join plan_tick t on t.plan_id = p.id and t.item = i ->> 'item' and t.day = d::int
                where i ->> 'item' <> 'ask-your-therapist'
                  and (t.plan_id is not null
                       or (p.starts_on + d::int < (:now::timestamptz at time zone p.zone)::date
                           and not exists (
                               select 1 from plan_pause u
                               where u.plan_id = p.id and u.item = i ->> 'item'
                                 and (u.paused_at at time zone p.zone)::date <= p.starts_on + d::int
                                 and (u.resumed_at is null
                                      or (u.resumed_at at time zone p.zone)::date >= p.starts_on + d::int)))))
            select place, coalesce(item, '*') as line, '*' as part, count(distinct client_id) as people,
                   count(*) filter (where state = 'DONE') as done,
                   count(*) filter (where state = 'PARTLY') as partly,
                   count(*) filter (where state = 'NOT') as not_done,
                   count(*) filter (where state = 'UNKNOWN') as unknown
            from due group by grouping sets ((place, item), (item), (place), ())
            """;

    /** A question is silent if it was marked so, or was asked more than a day ago and has no answer. */
    static final String SILENCE = PLANS + """
            , asked as (
                select p.place, p.client_id, c.after_hours::text as after,
                       c.status = 'UNKNOWN' or (c.status = 'ASKED' and c.due_at < :now::timestamptz - interval '24 hours')
                           as silent
                from p join check_in c on c.plan_id = p.id
                where c.after_hours is not null
                  and (c.status in ('ANSWERED', 'UNKNOWN')
                       or (c.status = 'ASKED' and c.due_at < :now::timestamptz - interval '24 hours')))
            select place, coalesce(after, '*') as line, '*' as part, count(distinct client_id) as people,
                   count(*) as asked, count(*) filter (where silent) as silent
            from asked group by grouping sets ((place, after), (after), (place), ())
            """;

    static final String ALERTS = PLANS + """
            , raised as (
                select p.place, p.client_id, t.status, t.climbed_at, t.raised_at, t.done_at,
                       case when t.kind = 'SILENT_CLIENT' then 'SILENT' when t.kind = 'WATCH' then 'WATCH'
                            when t.urgency = 3 then 'EMERGENCY' else 'URGENT' end as alert
                from p join staff_task t on t.plan_id = p.id
                where t.kind in ('URGENT_ALERT', 'WATCH', 'SILENT_CLIENT'))
            select place, coalesce(alert, '*') as line, '*' as part, count(distinct client_id) as people,
                   count(*) as raised, count(*) filter (where status = 'DONE') as closed,
                   count(*) filter (where climbed_at is not null) as climbed,
                   percentile_cont(0.5) within group (order by extract(epoch from done_at - raised_at) / 60) as minutes
            from raised group by grouping sets ((place, alert), (alert), (place), ())
            """;
}
