package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the clinic's protocol, made ready to decide. Immutable, free of side effects and safe to share between
 * threads: the same input gives the same output in the same order.
 */
public final class CompiledProtocol {

    private final ProtocolDefinition written;
    private final boolean approved;
    private final Map<String, CompiledItem> byCode;
    private final List<CatalogueItem> catalogue;
    private final Planner planner;
    private final CareBanner banner;
    private final CheckInRules checkIns;

    private CompiledProtocol(ProtocolDefinition written, boolean approved) {
        this.written = written;
        this.approved = approved;
        var reach = new EnumMap<Region, Long>(Region.class);
        written.reach().forEach((region, near) -> reach.put(region, Masks.of(near)));
        byCode = new LinkedHashMap<>();
        for (var item : written.items()) {
            byCode.put(item.code(), new CompiledItem(item, byCode.size(), written.relative()));
        }
        catalogue = byCode.values().stream().map(CompiledProtocol::describe).toList();
        planner = new Planner(written, byCode.values().toArray(CompiledItem[]::new), reach, approved);
        banner = new CareBanner(written.beforeSession(), reach);
        checkIns = new CheckInRules(written.band(), written.triage());
    }

    /**
     * Makes a protocol ready.
     *
     * @param approved whether a clinical lead has approved it; until then only the safe four are offered
     */
    public static CompiledProtocol compile(ProtocolDefinition protocol, boolean approved) {
        return new CompiledProtocol(protocol, approved);
    }

    private static CatalogueItem describe(CompiledItem item) {
        var written = item.written;
        return new CatalogueItem(
                item.code,
                written.title(),
                item.rank,
                !item.specific,
                written.switchedOn(),
                item.offers.length == 0,
                written.regions() == null ? java.util.Set.of() : written.regions(),
                written.minutes(),
                written.background());
    }

    /**
     * The plan that follows from a session.
     *
     * @param safety null if none is on file
     * @throws UnacceptableException {@code unknown-code} if the therapist picked what the catalogue does not have
     */
    public PlanResult plan(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        refuseUnknown(session);
        return planner.assemble(planner.draft(planner.facts(session, safety, history)));
    }

    /** What to be careful about before a session on {@code day}, gravest first. */
    public List<CareWarning> beforeSession(
            @Nullable SafetyProfile safety, @Nullable Outcome lastOutcome, LocalDate day) {
        return banner.warnings(safety, lastOutcome);
    }

    /** The pain to be expected after a session. */
    public ExpectedBand band(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        return checkIns.band(planner.facts(session, safety, history));
    }

    /**
     * What an answer comes to.
     *
     * @param earlier the answers to the same plan before it, oldest first
     */
    public TriageResult triage(
            CheckInAnswer answer,
            List<CheckInAnswer> earlier,
            SessionFindings session,
            @Nullable SafetyProfile safety,
            History history) {
        return checkIns.triage(answer, earlier, planner.facts(session, safety, history));
    }

    /** The number of this version, from 1. */
    public int version() {
        return written.version();
    }

    /** Whether a clinical lead has approved it. */
    public boolean approved() {
        return approved;
    }

    /** The protocol as it was written. */
    public ProtocolDefinition written() {
        return written;
    }

    /** The whole catalogue in the protocol's order, items that the clinic has not switched on included. */
    public List<CatalogueItem> items() {
        return catalogue;
    }

    /** The item of that code; empty if the catalogue has none. */
    public Optional<CatalogueItem> item(String code) {
        return Optional.ofNullable(byCode.get(code)).map(item -> catalogue.get(item.rank));
    }

    /** What a therapist reads for a prompt of that code, such as {@code check-pressure}; empty if there is none. */
    public Optional<String> promptText(String prompt) {
        return written.prompts().stream()
                .filter(row -> row.code().equals(prompt))
                .map(ProtocolDefinition.PromptRow::text)
                .findFirst();
    }

    /** The highest pressure, 1 to 5, that an area may get without a reason; 5 if no rule sets one. */
    public int pressureLimit(@Nullable SafetyProfile safety, BodyArea area) {
        return banner.pressureLimit(safety, area);
    }

    /**
     * The plan as the therapist decided it. What is added and was not offered goes through the same safety. KEEP and ADD
     * both let an item through that was stopped; ADD puts it in front, KEEP leaves its place to the limits.
     *
     * @throws UnacceptableException {@code review-open} while an item under review is undecided,
     *     {@code absolute} if an absolute rule stands against an added item, {@code reason-missing} if an item that was
     *     stopped is added without a reason, {@code unknown-code} if the catalogue has no such item,
     *     {@code contradictory} if one thing is decided twice
     */
    public DecidedPlan applyDecisions(
            SessionFindings session, @Nullable SafetyProfile safety, History history, List<Decision> decisions) {
        refuseUnknown(session);
        return new Decisions(planner, byCode).apply(session, safety, history, decisions);
    }

    private void refuseUnknown(SessionFindings session) {
        if (!byCode.keySet().containsAll(session.picks())) {
            var unknown = session.picks().stream()
                    .filter(code -> !byCode.containsKey(code))
                    .sorted()
                    .map(code -> new FieldProblem("picks", "unknown-code", "Unknown code: " + code))
                    .toList();
            throw new UnacceptableException("unknown-code", unknown.getFirst().message(), unknown);
        }
    }

    /** A hash of all that a plan says: equal content, equal digest. What is signed is what was shown. */
    public static String digest(PlanResult plan) {
        return PlanDigest.of(plan);
    }
}
