package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.AppointmentBooked;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import testsupport.Figures;
import testsupport.MutableClock;
import testsupport.StatementCount;
import testsupport.TestActor;

/**
 * How fast the calendar is when it is full, once with 10,000 appointments and once with a million, so that what grows is
 * seen. {@code ./afterwell bench calendar} runs it.
 */
@BookingTest
@Import(CalendarBenchmarks.Roof.class)
@TestPropertySource(properties = "spring.modulith.events.completion-mode=delete")
class CalendarBenchmarks {

    /**
     * What the roof adds to each booking, at its price: a client who comes for the first time is looked up in a table, an
     * audit entry is written, and the event is kept for a listener, which is called after the commit.
     */
    @TestConfiguration(proxyBeanMethods = false)
    static class Roof {

        @Bean
        @Primary
        ClientDirectory clientsInATable(JdbcClient jdbc) {
            return wanted -> jdbc
                    .sql("select id, name from bench_client where id = any(?)")
                    .param(wanted.stream().map(ClientId::value).toArray(UUID[]::new))
                    .query((row, number) -> new ClientCard(
                            new ClientId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            null,
                            null,
                            null,
                            Clinic.DUBLIN,
                            Locale.ENGLISH))
                    .stream()
                    .collect(Collectors.toMap(ClientCard::id, card -> card));
        }

        @Bean
        @Primary
        AuditTrail auditTable(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
            return (action, subject, client, reason) -> {
                var actor = currentActor.require();
                jdbc.sql("insert into bench_audit_entry values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .param(1, Ids.next())
                        .param(2, CalendarTable.time(clock.instant()))
                        .param(3, actor.userId().value())
                        .param(4, actor.displayName())
                        .param(5, action)
                        .param(6, subject)
                        .param(7, client == null ? null : client.value(), Types.OTHER)
                        .param(8, reason, Types.VARCHAR)
                        .update();
            };
        }

        @Bean
        Listener listener() {
            return new Listener();
        }

        @Bean(name = {"applicationTaskExecutor", "taskExecutor"})
        Deliveries deliveries() {
            return new Deliveries();
        }
    }

    /**
     * Delivers events at once, or when it is told to: what a listener does after the commit is its own work, not the
     * booking's, and is measured by itself.
     */
    static class Deliveries implements TaskExecutor {

        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private volatile boolean held;

        @Override
        public void execute(Runnable delivery) {
            if (held) {
                waiting.add(delivery);
            } else {
                Thread.startVirtualThread(delivery);
            }
        }

        void hold() {
            held = true;
        }

        int make() {
            int made = 0;
            held = false;
            try (var threads = Executors.newFixedThreadPool(16)) {
                for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                    threads.execute(next);
                    made++;
                }
            }
            return made;
        }
    }

    /** Hears of each booking after the commit, through the publication registry. */
    static class Listener {

        private final AtomicInteger heard = new AtomicInteger();

        int heard() {
            return heard.get();
        }

        @ApplicationModuleListener
        void on(AppointmentBooked event) {
            heard.incrementAndGet();
        }
    }

    private static final int LOCATIONS = 5;
    private static final int THERAPISTS = 50;
    private static final int CLIENTS = 20_000;
    private static final int A_DAY = 8;
    private static final int A_BUSY_DAY = 20;
    private static final int ROUNDS = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    BookingImport bookingImport;

    @Autowired
    Availability availability;

    @Autowired
    Calendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    Listener listener;

    @Autowired
    Deliveries deliveries;

    private final Figures figures = new Figures("calendar");
    private final LocationId busy = LocationId.next();
    private final List<PractitionerId> many = new ArrayList<>();
    private final List<LocationId> locations = new ArrayList<>();
    private final List<PractitionerId> therapists = new ArrayList<>();
    private final List<RoomId> rooms = new ArrayList<>();
    private final ServiceId massage = ServiceId.next();
    private final Random random = new Random(42);

    @AfterEach
    void signOut() {
        TestActor.signOut();
    }

    /** How many appointments the calendar holds, first few and then many. */
    protected int[] sizes() {
        return new int[] {10_000, 1_000_000};
    }

    protected int repeats() {
        return 300;
    }

    protected int bookings() {
        return 1600;
    }

    @Test
    void aCalendarThatIsFull() throws Exception {
        ((MutableClock) clock).set(Instant.parse("2026-11-22T15:00:00Z"));
        putUpTheRoof();
        openLocations();
        TestActor.desk().signIn();
        fillBusyDay();
        Map<String, Double> before = new HashMap<>();
        int filled = 0;
        for (int size : sizes()) {
            fill(filled, size);
            if (filled == 0) {
                warmUp();
            }
            filled = size;
            var now = measure(size);
            now.forEach((what, millis) -> {
                if (before.containsKey(what)) {
                    figures.atMost(2, what + ": growth from few to many", millis / before.get(what), "times");
                }
            });
            before.putAll(now);
        }
    }

    /** The tables as intake and the roof have them. */
    private void putUpTheRoof() {
        jdbc.sql("create table bench_client (id uuid primary key, name text not null)")
                .update();
        jdbc.sql("""
                insert into bench_client
                select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'Client ' || n
                from generate_series(0, :clients - 1) n""").param("clients", CLIENTS).update();
        jdbc.sql("""
                create table bench_audit_entry (id uuid primary key, at timestamptz not null, actor_id uuid,
                    actor_name text not null, action text not null, subject text not null, client_id uuid, reason text)""").update();
        jdbc.sql("create index on bench_audit_entry (at desc, id desc)").update();
        jdbc.sql("create index on bench_audit_entry (client_id, at desc) where client_id is not null")
                .update();
    }

    private void openLocations() {
        var days = Arrays.asList(DayOfWeek.values());
        var locationInfos = new ArrayList<LocationInfo>();
        var roomInfos = new ArrayList<RoomInfo>();
        var people = new ArrayList<PractitionerInfo>();
        for (int number = 0; number < LOCATIONS; number++) {
            var location = LocationId.next();
            locations.add(location);
            locationInfos.add(new LocationInfo(
                    location,
                    0,
                    "bench-" + number + "-" + System.nanoTime(),
                    "Location " + number,
                    Clinic.DUBLIN,
                    "IE",
                    "1",
                    "",
                    days.stream()
                            .map(day -> new WeeklySpan(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
                            .toList(),
                    BookingRules.usual(),
                    true));
        }
        for (int number = 0; number < THERAPISTS; number++) {
            var location = locations.get(number % LOCATIONS);
            var room = RoomId.next();
            var therapist = PractitionerId.next();
            rooms.add(room);
            therapists.add(therapist);
            roomInfos.add(new RoomInfo(room, 0, location, "Room " + number, 1, 0, true));
            people.add(new PractitionerInfo(
                    therapist,
                    0,
                    "Therapist " + number,
                    days.stream()
                            .map(day -> new WorkingSpan(location, day, LocalTime.of(9, 0), LocalTime.of(17, 0), room))
                            .toList(),
                    List.of(),
                    null,
                    true));
        }
        locationInfos.add(new LocationInfo(
                busy,
                0,
                "busy-" + System.nanoTime(),
                "Busy",
                Clinic.DUBLIN,
                "IE",
                "1",
                "",
                days.stream()
                        .map(day -> new WeeklySpan(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
                        .toList(),
                BookingRules.usual(),
                true));
        for (int number = 0; number < A_BUSY_DAY; number++) {
            var therapist = PractitionerId.next();
            many.add(therapist);
            people.add(new PractitionerInfo(
                    therapist,
                    0,
                    "Busy therapist " + number,
                    days.stream()
                            .map(day -> new WorkingSpan(busy, day, LocalTime.of(8, 0), LocalTime.of(20, 0), null))
                            .toList(),
                    List.of(),
                    null,
                    true));
        }
        var service = new ServiceInfo(
                massage,
                0,
                "bench-" + System.nanoTime(),
                "Massage",
                "",
                50,
                0,
                10,
                new Money(7800, "EUR"),
                true,
                true,
                Set.copyOf(therapists),
                Set.copyOf(rooms));
        TestActor.owner().run(() -> bookingImport.directory(locationInfos, roomInfos, people, List.of(service)));
    }

    /** One day of 20 therapists with 24 short visits each. */
    private void fillBusyDay() {
        jdbc.sql("""
                insert into calendar_entry (id, kind, version, location_id, practitioner_id, service_id, client_id,
                    starts_at, ends_at, busy_from, busy_until, room_until, status, status_since, price_minor, currency,
                    booked_at)
                select gen_random_uuid(), 'APPOINTMENT', 0, :location, p, :service, :client, s,
                    s + interval '25 minutes', s, s + interval '30 minutes', s + interval '30 minutes', 'BOOKED', :now, 7800,
                    'EUR', :now
                from unnest(:people::uuid[]) p,
                    (select (:day::date + time '08:00' + make_interval(mins => 30 * n)) at time zone 'Europe/Dublin' as s
                     from generate_series(0, 23) n) times""")
                .param("location", busy.value())
                .param("people", many.stream().map(PractitionerId::value).toArray(UUID[]::new))
                .param("service", massage.value())
                .param("client", client(0).value())
                .param("now", CalendarTable.time(clock.instant()))
                .param("day", TODAY.plusDays(1))
                .update();
    }

    /**
     * All day, every day, back from four weeks ahead; of the days to come about four in ten are left free. For many, the
     * constraints are put on afterwards, which is how a large restore does it too.
     */
    private void fill(int from, int size) {
        var constraints = jdbc.sql("""
                select conname, pg_get_constraintdef(oid) as definition from pg_constraint
                where conrelid = 'calendar_entry'::regclass and contype = 'x'""").query().listOfRows();
        boolean bulk = size - from > 100_000;
        if (bulk) {
            constraints.forEach(row -> jdbc.sql("alter table calendar_entry drop constraint " + row.get("conname"))
                    .update());
        }
        jdbc.sql("""
                insert into calendar_entry (id, kind, version, location_id, practitioner_id, room_id, lane, service_id,
                    client_id, starts_at, ends_at, busy_from, busy_until, room_until, status, status_since, price_minor,
                    currency, booked_at)
                select gen_random_uuid(), 'APPOINTMENT', 0, l, p, r, 1, :service, ('00000000-0000-0000-0000-' ||
                    lpad((n::bigint * 7919 % :clients)::text, 12, '0'))::uuid, s, s + interval '50 minutes', s,
                    s + interval '1 hour', s + interval '1 hour',
                    case when s < :now then 'COMPLETED' else 'BOOKED' end, :now, 7800, 'EUR', :now
                from (
                    select n, (:locations::uuid[])[n % :therapists % :places + 1] as l,
                        (:people::uuid[])[n % :therapists + 1] as p, (:rooms::uuid[])[n % :therapists + 1] as r,
                        ((:last::date - n / (:therapists * :aDay)) + time '09:00'
                            + make_interval(hours => n / :therapists % :aDay)) at time zone 'Europe/Dublin' as s
                    from generate_series(:from, :size - 1) n
                ) generated
                where s < :now or (n * 2654435761) % 10 < 6""")
                .param("service", massage.value())
                .param("clients", (long) CLIENTS)
                .param("now", CalendarTable.time(clock.instant()))
                .param("locations", locations.stream().map(LocationId::value).toArray(UUID[]::new))
                .param("people", therapists.stream().map(PractitionerId::value).toArray(UUID[]::new))
                .param("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
                .param("therapists", THERAPISTS)
                .param("places", LOCATIONS)
                .param("aDay", A_DAY)
                .param("last", TODAY.plusDays(28))
                .param("from", from)
                .param("size", size)
                .update();
        if (bulk) {
            constraints.forEach(row -> jdbc.sql("alter table calendar_entry add constraint " + row.get("conname") + " "
                            + row.get("definition"))
                    .update());
        }
        jdbc.sql("vacuum analyze calendar_entry").update();
        // What the filling leaves to be written to the disk is not what is measured.
        jdbc.sql("checkpoint").update();
    }

    /** As warm as an application is that has served for some minutes: what is measured first must not pay for it. */
    private void warmUp() throws Exception {
        var first = TODAY.plusDays(1);
        Figures.millis(6 * repeats(), () -> free(therapists.get(random.nextInt(THERAPISTS))));
        Figures.millis(repeats(), () -> free(null));
        Figures.millis(2 * repeats(), () -> calendar.day(busy, first));
        deliveries.hold();
        perSecond(this::insertBare, TODAY.plusDays(60));
        for (int day = 400; day < 560; day += 8) {
            perSecond(this::book, TODAY.plusDays(day));
        }
        deliveries.make();
    }

    private FreeSlots free(@Nullable PractitionerId therapist) {
        var first = TODAY.plusDays(1);
        return availability.free(new FindSlots(massage, first, first.plusDays(13), therapist, null, null));
    }

    private Map<String, Double> measure(int size) throws Exception {
        Map<String, Double> p95 = new LinkedHashMap<>();
        var first = TODAY.plusDays(1);
        p95(
                p95,
                size,
                3,
                "free times, one therapist, 14 days, p95",
                10 * repeats(),
                () -> free(therapists.get(random.nextInt(THERAPISTS))));
        p95(p95, size, 30, "free times, any of 50, 14 days, p95", repeats() / 2, () -> free(null));
        var board = StatementCount.of(() -> calendar.day(busy, first));
        figures.atMost(2, at(size, "statements for a day board, 20 therapists, 480 visits"), board.size(), "");
        p95(p95, size, 5, "day board, 20 therapists, 480 visits, p95", 3 * repeats(), () -> calendar.day(busy, first));
        p95(
                p95,
                size,
                10,
                "a client's last visit, p95",
                10 * repeats(),
                () -> calendar.lastOf(client(random.nextInt(CLIENTS))));
        booking(size, TODAY.plusDays(size == sizes()[0] ? 100 : 300));
        return p95;
    }

    /**
     * Bookings and bare inserts by turns, so that a disk that is slow for a second is slow for both; the ratio is the
     * middle one of the rounds.
     */
    private void booking(int size, LocalDate from) throws Exception {
        var day = from;
        var bare = new double[ROUNDS];
        var service = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        double delivered = 0;
        double deliveredIn = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = perSecond(this::insertBare, day);
            day = day.plusDays(8);
            int heard = listener.heard();
            deliveries.hold();
            service[round] = perSecond(this::book, day);
            day = day.plusDays(8);
            ratios[round] = service[round] / bare[round];
            long began = System.nanoTime();
            delivered += deliveries.make();
            deliveredIn += (System.nanoTime() - began) / 1e9;
            assertThat(listener.heard() - heard).isEqualTo(bookings());
        }
        var last = day;
        int[] next = {0};
        var statements = StatementCount.of(
                () -> book(next[0]++, last.atTime(9, 0).atZone(Clinic.DUBLIN).toInstant()));
        figures.say(at(size, "statements of a booking"), statements.size(), "");
        figures.say(at(size, "bare insert by 16 threads"), Figures.percentile(bare, 50), "/s");
        figures.say(at(size, "booking by 16 threads"), Figures.percentile(service, 50), "/s");
        figures.atLeast(0.5, at(size, "booking : bare insert"), Figures.percentile(ratios, 50), "");
        figures.say(at(size, "their events delivered afterwards"), delivered / deliveredIn, "/s");
    }

    private static String at(int size, String what) {
        return String.format(Locale.ROOT, "%,d: %s", size, what);
    }

    private void p95(Map<String, Double> p95, int size, double goal, String what, int count, Callable<?> call) {
        double millis = Figures.percentile(Figures.millis(count, call), 95);
        figures.atMost(goal, at(size, what), millis, "ms");
        p95.put(what, millis);
    }

    private interface Booking {
        void at(int therapist, Instant start) throws Exception;
    }

    private double perSecond(Booking booking, LocalDate from) throws Exception {
        var wanted = new ConcurrentLinkedQueue<int[]>();
        IntStream.range(0, bookings())
                .forEach(number -> wanted.add(new int[] {number % THERAPISTS, number / THERAPISTS}));
        var failed = new ConcurrentLinkedQueue<Exception>();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int thread = 0; thread < 16; thread++) {
                threads.submit(() -> TestActor.desk().run(() -> {
                    for (var next = wanted.poll(); next != null; next = wanted.poll()) {
                        var start = from.plusDays(next[1] / A_DAY)
                                .atTime(9 + next[1] % A_DAY, 0)
                                .atZone(Clinic.DUBLIN)
                                .toInstant();
                        try {
                            booking.at(next[0], start);
                        } catch (Exception e) {
                            failed.add(e);
                        }
                    }
                }));
            }
        }
        assertThat(failed).isEmpty();
        return bookings() / ((System.nanoTime() - began) / 1e9);
    }

    private static ClientId client(int number) {
        return new ClientId(new UUID(0, Long.parseLong(Integer.toString(number), 16)));
    }

    /** Anybody of all: most have been booked before by then, as the regulars of a clinic have. */
    private static ClientId anyClient() {
        return client(ThreadLocalRandom.current().nextInt(CLIENTS));
    }

    private void book(int therapist, Instant start) {
        calendar.book(BookAppointment.of(anyClient(), massage, therapists.get(therapist), start));
    }

    private void insertBare(int therapist, Instant start) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql("""
                        insert into calendar_entry (id, kind, version, location_id, practitioner_id, room_id, lane,
                            service_id, client_id, starts_at, ends_at, busy_from, busy_until, room_until, status,
                            status_since, price_minor, currency, booked_at)
                        values (?, 'APPOINTMENT', 0, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, 'BOOKED', ?, 7800, 'EUR', ?)""")
                        .params(
                                Ids.next(),
                                locations.get(therapist % LOCATIONS).value(),
                                therapists.get(therapist).value(),
                                rooms.get(therapist).value(),
                                massage.value(),
                                anyClient().value(),
                                CalendarTable.time(start),
                                CalendarTable.time(start.plus(Duration.ofMinutes(50))),
                                CalendarTable.time(start),
                                CalendarTable.time(start.plus(Duration.ofMinutes(60))),
                                CalendarTable.time(start.plus(Duration.ofMinutes(60))),
                                CalendarTable.time(clock.instant()),
                                CalendarTable.time(clock.instant()))
                        .update());
    }
}
