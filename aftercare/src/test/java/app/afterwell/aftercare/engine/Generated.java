package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Varied sessions, profiles and histories, the same for the same seed. */
public final class Generated {

    private static final List<String> ITEMS = ClinicProtocol.WRITTEN.items().stream()
            .map(ProtocolDefinition.Item::code)
            .toList();

    private final Random random;

    public Generated(long seed) {
        // The first numbers of neighbouring seeds look alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** The engine's whole input. */
    public record Note(SessionFindings session, @Nullable SafetyProfile safety, History history) {}

    public static List<Note> notes(int count) {
        var notes = new ArrayList<Note>(count);
        for (int i = 0; i < count; i++) {
            notes.add(new Generated(i).note());
        }
        return notes;
    }

    public Note note() {
        return new Note(session(), random.nextInt(20) == 0 ? null : profile(), history());
    }

    public SessionFindings session() {
        int count = random.nextInt(7);
        var areas = new ArrayList<WorkedArea>();
        for (int i = 0; i < count; i++) {
            areas.add(worked(area()));
        }
        return new SessionFindings(
                Given.TODAY,
                List.of(30, 45, 60, 75, 90, 120).get(random.nextInt(6)),
                areas,
                pain(),
                pain(),
                some(Goal.values(), 2),
                picks());
    }

    public BodyArea area() {
        return new BodyArea(one(Region.values()), one(Side.values()));
    }

    public WorkedArea worked(BodyArea area) {
        return new WorkedArea(
                area,
                some(Finding.values(), 3),
                some(Technique.values(), 2),
                random.nextInt(8) == 0 ? null : new Pressure(1 + random.nextInt(5)),
                null);
    }

    private Set<String> picks() {
        var picks = new HashSet<String>();
        if (random.nextInt(4) == 0) {
            picks.add(ITEMS.get(random.nextInt(ITEMS.size())));
        }
        return picks;
    }

    private @Nullable PainScore pain() {
        return random.nextInt(8) == 0 ? null : new PainScore(random.nextInt(11));
    }

    public SafetyProfile profile() {
        var entries = new ArrayList<ConditionEntry>();
        for (Condition condition : some(Condition.values(), 4)) {
            entries.add(entry(condition));
        }
        boolean stale = random.nextInt(20) == 0;
        return new SafetyProfile(1, Given.TODAY.minusDays(stale ? 500 : random.nextInt(300)), entries);
    }

    public ConditionEntry entry(Condition condition) {
        var areas = new HashSet<BodyArea>();
        if (random.nextInt(3) == 0) {
            areas.add(area());
        }
        return new ConditionEntry(condition, areas, null, null, random.nextInt(6) == 0 ? "Dr Ruiz" : null, false);
    }

    public History history() {
        var visits = new ArrayList<History.PastVisit>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            visits.add(new History.PastVisit(
                    7 * (i + 1),
                    60,
                    random.nextInt(6) == 0 ? null : (Integer) (1 + random.nextInt(5)),
                    random.nextInt(6) == 0 ? null : (Integer) random.nextInt(11),
                    random.nextInt(6) == 0 ? null : (Integer) random.nextInt(11),
                    random.nextInt(4) == 0 ? null : (Integer) random.nextInt(80),
                    random.nextInt(4) == 0 ? null : one(Outcome.values())));
        }
        return new History(count, visits);
    }

    public CheckInAnswer answer() {
        return new CheckInAnswer(
                List.of(12.0, 24.0, 36.0, 48.0, 60.0, 72.0).get(random.nextInt(6)),
                new PainScore(random.nextInt(11)),
                List.of(),
                some(Symptom.values(), 3));
    }

    public <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }

    public <E> Set<E> some(E[] values, int most) {
        // In the order of the draw: a set by hash would make the notes differ from run to run.
        var some = new LinkedHashSet<E>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            some.add(one(values));
        }
        return some;
    }

    public Random random() {
        return random;
    }
}
