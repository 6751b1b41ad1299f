package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import app.afterwell.domain.Technique;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Builds the engine's input in the words of the tests: {@code Given.session().area(NECK, LEFT, TIGHTNESS)}. */
public final class Given {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** A client who has been here before. */
    public static final History KNOWN = new History(2, List.of());

    private int minutes = 60;
    private Integer painBefore = 5;
    private Integer painAfter = 3;
    private int pressure = 3;
    private final List<WorkedArea> areas = new ArrayList<>();
    private final Set<Goal> goals = EnumSet.noneOf(Goal.class);
    private final Set<String> picks = new HashSet<>();
    private final Set<Technique> techniques = EnumSet.noneOf(Technique.class);

    public static Given session() {
        return new Given();
    }

    public static BodyArea place(Region region, Side side) {
        return new BodyArea(region, side);
    }

    public static SafetyProfile healthy() {
        return new SafetyProfile(1, TODAY.minusDays(21), List.of());
    }

    public static SafetyProfile profile(Condition... conditions) {
        var entries = new ArrayList<ConditionEntry>();
        for (Condition condition : conditions) {
            entries.add(ConditionEntry.of(condition));
        }
        return new SafetyProfile(1, TODAY.minusDays(21), entries);
    }

    public static SafetyProfile profile(ConditionEntry... entries) {
        return new SafetyProfile(1, TODAY.minusDays(21), List.of(entries));
    }

    public static ConditionEntry at(Condition condition, BodyArea... areas) {
        return new ConditionEntry(condition, Set.of(areas), null, null, null, false);
    }

    public static ConditionEntry cleared(Condition condition, BodyArea... areas) {
        return new ConditionEntry(condition, Set.of(areas), null, null, "Dr Ruiz", false);
    }

    /** The pressure and techniques of the areas that follow. */
    public Given pressure(int level) {
        pressure = level;
        return this;
    }

    public Given technique(Technique... used) {
        techniques.clear();
        techniques.addAll(List.of(used));
        return this;
    }

    public Given area(Region region, Side side, Finding... findings) {
        areas.add(new WorkedArea(
                new BodyArea(region, side),
                Set.of(findings),
                Set.copyOf(techniques),
                pressure == 0 ? null : new Pressure(pressure),
                null));
        return this;
    }

    public Given minutes(int length) {
        minutes = length;
        return this;
    }

    public Given pain(Integer before, Integer after) {
        painBefore = before;
        painAfter = after;
        return this;
    }

    public Given goal(Goal... wanted) {
        goals.addAll(List.of(wanted));
        return this;
    }

    public Given pick(String... items) {
        picks.addAll(List.of(items));
        return this;
    }

    public SessionFindings build() {
        return new SessionFindings(
                TODAY,
                minutes,
                areas,
                painBefore == null ? null : new PainScore(painBefore),
                painAfter == null ? null : new PainScore(painAfter),
                goals,
                picks);
    }
}
