package app.afterwell.booking;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Holds the arithmetic on stretches against a clinic that is looked at minute by minute. */
class SlotFinderTests {

    /** Half an hour's and two hours' summer time, changes at midnight, a day left out, odd offsets, none at all. */
    private static final List<String> ZONES = List.of(
            "Europe/Dublin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "Asia/Kathmandu",
            "America/St_Johns",
            "Pacific/Chatham",
            "Asia/Beirut",
            "America/Havana",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Asia/Tehran",
            "UTC");

    /** A zone, a day on which its clock jumps (or any day, if it never does), and a seed for all else. */
    record Situation(String zone, LocalDate day, long seed) {}

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.longs().map(seed -> {
            var random = new Random(seed);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var rules = ZoneId.of(zone).getRules();
            var from = Instant.parse("2004-01-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(8_000));
            var jump = random.nextInt(5) == 0 ? null : rules.nextTransition(from);
            if (jump == null && random.nextBoolean()) {
                jump = rules.previousTransition(from);
            }
            var at = jump == null ? from : jump.getInstant();
            return new Situation(zone, LocalDate.ofInstant(at, ZoneId.of(zone)), seed);
        });
    }

    @Property(tries = 600)
    void findsWhatLookingMinuteByMinuteFinds(@ForAll("situations") Situation situation) {
        var clinic = new RandomClinic(situation);

        assertThat(clinic.found()).isEqualTo(clinic.lookedUp());
    }

    @Test
    void startsTwiceInTheHourThatComesTwice() {
        var clock = new WallClock(ZoneId.of("Europe/Dublin"));
        var night = clock.between(LocalDate.of(2026, 10, 25), LocalTime.of(0, 0), LocalTime.of(3, 0));

        var found = new SlotFinder(60, 0, 0, 60).find(night, Spans.NONE, night, List.of(), clock);

        assertThat(found)
                .extracting(each -> Spans.instant(each.start()).toString())
                .containsExactly(
                        "2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z");
    }

    @Test
    void givesTheFirstFreeRoomInOrder() {
        var clock = new WallClock(ZoneOffset.UTC);
        var morning = Spans.of(0, 120);
        var taken = new SlotFinder.Room(0, List.of(Spans.of(0, 60)));
        var free = new SlotFinder.Room(0, List.of(Spans.of(0, 60), Spans.of(90, 100)));

        assertThat(new SlotFinder(30, 0, 0, 30).find(morning, Spans.NONE, morning, List.of(taken, free), clock))
                .containsExactly(
                        new SlotFinder.Found(0, 1),
                        new SlotFinder.Found(30, 1),
                        new SlotFinder.Found(60, 0),
                        new SlotFinder.Found(90, 0));
    }

    /** Random hours, breaks, closures, absences, entries and rooms around a day. */
    private static final class RandomClinic {

        private static final int[] STEPS = {5, 10, 15, 20, 30, 60, 50};

        private final ZoneId zone;
        private final LocalDate first;
        private final LocalDate last;
        private final LocationId location = LocationId.next();
        private final PractitionerId practitioner = PractitionerId.next();
        private final List<WeeklySpan> open = new ArrayList<>();
        private final List<WorkingSpan> hours = new ArrayList<>();
        private final List<BreakSpan> breaks = new ArrayList<>();
        private final List<DirectorySnapshot.OwnDay> ownDays = new ArrayList<>();
        private final List<DirectorySnapshot.Away> away = new ArrayList<>();
        private final List<DirectorySnapshot.Closed> closures = new ArrayList<>();
        private final List<long[]> busy = new ArrayList<>();
        private final List<Integer> turnovers = new ArrayList<>();
        private final List<List<List<long[]>>> lanes = new ArrayList<>();
        private final SlotFinder finder;
        private final Random random;
        private final long base;
        private final int minutes;

        RandomClinic(Situation situation) {
            random = new Random(situation.seed() ^ 0x5eed);
            zone = ZoneId.of(situation.zone());
            first = situation.day().minusDays(random.nextInt(2));
            last = situation.day().plusDays(random.nextInt(2));
            base = Spans.floorMinute(
                    first.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant());
            minutes = 1440 * (int) (last.toEpochDay() - first.toEpochDay() + 7);
            for (var day : DayOfWeek.values()) {
                if (random.nextInt(8) > 0) {
                    var span = span(0, 1440);
                    open.add(new WeeklySpan(day, span[0], span[1]));
                }
                for (int part = random.nextInt(3); part > 0; part--) {
                    var span = span(0, 1440);
                    hours.add(new WorkingSpan(location, day, span[0], span[1], null));
                }
                if (random.nextBoolean()) {
                    var span = span(0, 300);
                    breaks.add(new BreakSpan(location, day, span[0], span[1], "Break"));
                }
            }
            if (random.nextInt(3) == 0) {
                var span = span(0, 1440);
                ownDays.add(new DirectorySnapshot.OwnDay(practitioner, location, situation.day(), span[0], span[1]));
            }
            if (random.nextInt(3) == 0) {
                var from = situation.day().atStartOfDay().plusMinutes(random.nextInt(1440));
                closures.add(new DirectorySnapshot.Closed(
                        location, from, from.plusMinutes(1 + random.nextInt(600)), "Closed"));
            }
            if (random.nextInt(3) == 0) {
                var stretch = stretch(600);
                away.add(new DirectorySnapshot.Away(
                        practitioner, Spans.instant(stretch[0]), Spans.instant(stretch[1]), "Away"));
            }
            fill(busy, random.nextInt(20));
            for (int room = random.nextInt(4); room > 0; room--) {
                turnovers.add(random.nextInt(4) * 5);
                var of = new ArrayList<List<long[]>>();
                for (int lane = 1 + random.nextInt(2); lane > 0; lane--) {
                    var taken = new ArrayList<long[]>();
                    fill(taken, random.nextInt(30));
                    of.add(taken);
                }
                lanes.add(of);
            }
            finder = new SlotFinder(
                    5 * (1 + random.nextInt(24)),
                    5 * random.nextInt(4),
                    5 * random.nextInt(4),
                    STEPS[random.nextInt(STEPS.length)]);
        }

        private LocalTime[] span(int least, int most) {
            int from = random.nextInt(1435);
            int to = Math.min(1440, from + 5 + least + random.nextInt(most));
            return new LocalTime[] {
                LocalTime.ofSecondOfDay(60L * from), to == 1440 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(60L * to)
            };
        }

        private long[] stretch(int most) {
            long from = base + 1440 * 2 + random.nextInt(minutes - 1440 * 4);
            return new long[] {from, from + 1 + random.nextInt(most)};
        }

        private void fill(List<long[]> list, int count) {
            for (int entry = 0; entry < count; entry++) {
                list.add(stretch(120));
            }
        }

        List<SlotFinder.Found> found() {
            var snapshot = new DirectorySnapshot(
                    1,
                    List.of(new LocationInfo(
                            location, 0, "here", "Here", zone, "IE", "1", "", open, BookingRules.usual(), true)),
                    List.of(),
                    List.of(),
                    List.of(new PractitionerInfo(practitioner, 0, "Maya", hours, breaks, null, true)),
                    ownDays,
                    away,
                    closures);
            var clock = snapshot.clock(location);
            var rooms = new ArrayList<SlotFinder.Room>();
            for (int room = 0; room < lanes.size(); room++) {
                rooms.add(new SlotFinder.Room(
                        turnovers.get(room),
                        lanes.get(room).stream().map(RandomClinic::spans).toList()));
            }
            return finder.find(
                    snapshot.working(practitioner, location, first.minusDays(1), last.plusDays(1)),
                    spans(busy),
                    clock.days(first, last),
                    rooms,
                    clock);
        }

        private static Spans spans(List<long[]> stretches) {
            var builder = new Spans.Builder(4);
            stretches.forEach(stretch -> builder.add(stretch[0], stretch[1]));
            return builder.build();
        }

        /** The oracle. */
        List<SlotFinder.Found> lookedUp() {
            var works = working();
            var taken = bits(busy);
            var window = shown(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
            var found = new ArrayList<SlotFinder.Found>();
            ZoneRules rules = zone.getRules();
            for (int start = window.nextSetBit(0); start >= 0; start = window.nextSetBit(start + 1)) {
                int end = start + finder.length();
                var clockShows = LocalDateTime.ofEpochSecond(
                        60 * (base + start), 0, rules.getOffset(Spans.instant(base + start)));
                if (clockShows.toLocalTime().toSecondOfDay() / 60 % finder.step() == 0
                        && all(works, start, end)
                        && none(taken, start - finder.before(), end + finder.after())) {
                    found.add(new SlotFinder.Found(base + start, room(start, end)));
                }
            }
            return found;
        }

        private int room(int start, int end) {
            for (int room = 0; room < lanes.size(); room++) {
                for (var lane : lanes.get(room)) {
                    if (none(bits(lane), start - finder.before(), end + finder.after() + turnovers.get(room))) {
                        return room;
                    }
                }
            }
            return SlotFinder.NO_ROOM;
        }

        private BitSet working() {
            var working = new BitSet();
            var opened = new BitSet();
            for (var day = first.minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
                for (var span : open) {
                    if (span.day() == day.getDayOfWeek()) {
                        opened.or(shown(day, span.from(), span.to()));
                    }
                }
                var today = day;
                boolean own = ownDays.stream().anyMatch(each -> each.day().equals(today));
                for (var each : ownDays) {
                    if (each.day().equals(day)) {
                        working.or(shown(day, each.from(), each.to()));
                    }
                }
                for (var span : hours) {
                    if (!own && span.day() == day.getDayOfWeek()) {
                        working.or(shown(day, span.from(), span.to()));
                    }
                }
            }
            working.and(opened);
            for (var day = first.minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
                for (var pause : breaks) {
                    if (pause.day() == day.getDayOfWeek()) {
                        working.andNot(shown(day, pause.from(), pause.to()));
                    }
                }
            }
            closures.forEach(closure -> working.andNot(shown(closure.from(), closure.to())));
            away.forEach(absence -> working.andNot(
                    bits(List.of(new long[] {Spans.floorMinute(absence.from()), Spans.floorMinute(absence.to())}))));
            return working;
        }

        private BitSet shown(LocalDate day, LocalTime from, LocalTime to) {
            return shown(
                    day.atTime(from),
                    to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to));
        }

        /** From the first minute at which the clock shows {@code from} or later to the last at which it shows less than {@code to}. */
        private BitSet shown(LocalDateTime from, LocalDateTime to) {
            int start = -1;
            int end = -1;
            for (int minute = 0; minute < minutes; minute++) {
                var offset = zone.getRules().getOffset(Spans.instant(base + minute));
                long shows = 60 * (base + minute) + offset.getTotalSeconds();
                if (start < 0 && shows >= from.toEpochSecond(ZoneOffset.UTC)) {
                    start = minute;
                }
                if (shows < to.toEpochSecond(ZoneOffset.UTC)) {
                    end = minute + 1;
                }
            }
            var bits = new BitSet();
            if (start >= 0 && start < end) {
                bits.set(start, end);
            }
            return bits;
        }

        private BitSet bits(List<long[]> stretches) {
            var bits = new BitSet();
            stretches.forEach(stretch -> bits.set((int) (stretch[0] - base), (int) (stretch[1] - base)));
            return bits;
        }

        private static boolean all(BitSet bits, int from, int to) {
            return bits.nextClearBit(from) >= to;
        }

        private static boolean none(BitSet bits, int from, int to) {
            int next = bits.nextSetBit(from);
            return next < 0 || next >= to;
        }
    }
}
