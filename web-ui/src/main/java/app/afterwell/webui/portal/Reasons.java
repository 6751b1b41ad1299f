package app.afterwell.webui.portal;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.Evidence;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Side;
import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why something is in a client's plan, or is not: the very facts that decided it, in plain words. */
class Reasons {

    private static final Set<String> FINDINGS = names(Finding.values());
    private static final Set<String> CONDITIONS = names(Condition.values());
    private static final Set<String> GOALS = names(Goal.values());

    private final Component page;
    private final PlanView plan;
    private final When when;

    Reasons(Component page, PlanView plan) {
        this.page = page;
        this.plan = plan;
        this.when = When.here(plan.zone());
    }

    /** Sentences that say why the item is in the plan, and why it was changed. */
    List<String> why(PlanView.Item item) {
        var said = Stream.of(
                        found(item.areas(), item.because()),
                        goals(item.because()),
                        told(item.modified() ? "portal.why.changed" : "portal.why.minded", item.because()))
                .flatMap(List::stream)
                .toList();
        if (!said.isEmpty()) {
            return said;
        }
        return List.of(page.getTranslation(item.added() ? "portal.why.added" : "portal.why.session", therapist()));
    }

    /** Sentences that say why it is left out. */
    List<String> whyNot(PlanView.LeftOut item) {
        var said = Stream.concat(
                        told("portal.why.left", item.because()).stream(), found(item.areas(), item.because()).stream())
                .toList();
        return said.isEmpty() ? List.of(page.getTranslation("portal.why.therapist", therapist())) : said;
    }

    /** How well it has been tested, in words. */
    String evidence(List<Because> because) {
        var evidence = because.stream().map(Because::evidence).findFirst().orElse(Evidence.TRADITIONAL);
        return page.getTranslation("portal.evidence." + evidence);
    }

    /** Titles of what it rests on. */
    List<String> sources(List<Because> because) {
        return because.stream()
                .flatMap(reason -> reason.sources().stream())
                .distinct()
                .sorted()
                .map(source -> page.getTranslation("portal.source." + source))
                .filter(title -> !title.contains("portal.source."))
                .toList();
    }

    /** The therapist's first name, as one speaks of them. */
    String therapist() {
        return firstName(plan.practitionerName());
    }

    static String firstName(String name) {
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    /** The item's name, and its side where the name already says the place. */
    String title(PlanView.Item item) {
        if (!saysWhere(item)) {
            return item.title();
        }
        var sides = item.areas().stream().map(BodyArea::side).distinct().toList();
        if (sides.size() != 1 || sides.getFirst() == Side.MIDLINE) {
            return item.title();
        }
        return page.getTranslation("portal.item.side." + sides.getFirst(), item.title());
    }

    /** Where it is done, if its name alone does not say it. */
    Optional<String> where(PlanView.Item item) {
        return item.areas().isEmpty() || saysWhere(item)
                ? Optional.empty()
                : Optional.of(page.getTranslation("portal.item.where", places(item.areas())));
    }

    /** Rolling and stretching are named after the place. */
    private static boolean saysWhere(PlanView.Item item) {
        return item.item().startsWith("foam-roll-") || item.item().startsWith("stretch-");
    }

    String places(List<BodyArea> areas) {
        return BodyPlaces.names(areas, (key, value) -> page.getTranslation(key, value));
    }

    private List<String> found(List<BodyArea> areas, List<Because> because) {
        var findings = words("portal.finding.", FINDINGS, because);
        if (findings.isEmpty()) {
            return List.of();
        }
        var where = areas.isEmpty() ? page.getTranslation("portal.why.somewhere") : places(areas);
        return List.of(page.getTranslation(
                "portal.why.found", when.weekday(plan.startsOn()), therapist(), where, String.join(", ", findings)));
    }

    private List<String> goals(List<Because> because) {
        var goals = words("portal.goal.", GOALS, because);
        return goals.isEmpty() ? List.of() : List.of(page.getTranslation("portal.why.goal", String.join(", ", goals)));
    }

    private List<String> told(String key, List<Because> because) {
        return words("portal.condition.", CONDITIONS, because).stream()
                .map(condition -> page.getTranslation(key, condition))
                .toList();
    }

    private List<String> words(String prefix, Set<String> known, List<Because> because) {
        return because.stream()
                .flatMap(reason -> reason.facts().stream())
                .flatMap(fact -> Arrays.stream(fact.split("[^A-Z_]+")))
                .filter(known::contains)
                .distinct()
                .map(fact -> page.getTranslation(prefix + fact))
                .toList();
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
