package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the protocol: a draft is written, linted and tried out before a clinical lead approves it. */
@Service
@Transactional
@PreAuthorize("hasRole('OWNER') or hasAuthority('CLINICAL_LEAD')")
public class ProtocolDrafts {

    /** Drafts that are being tried out are made ready once, not at each key stroke. */
    private static final int READY_DRAFTS = 8;

    private final ProtocolVersions versions;
    private final ProtocolSteps steps;
    private final ProtocolReplay replay;
    private final JdbcClient jdbc;
    private final Map<String, CompiledProtocol> ready = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledProtocol> eldest) {
            return size() > READY_DRAFTS;
        }
    });
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    /** How an item differs between two versions. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** @param parts what of the item is different, such as {@code steps} */
    public record ItemDifference(String item, Kind kind, List<String> parts) {}

    ProtocolDrafts(
            ProtocolVersions versions,
            ProtocolSteps steps,
            ProtocolReplay replay,
            JdbcClient jdbc,
            CurrentActor actor,
            AuditTrail audit,
            Clock clock) {
        this.versions = versions;
        this.steps = steps;
        this.replay = replay;
        this.jdbc = jdbc;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Copies a version into a new draft. */
    public ProtocolInfo start(int basedOn) {
        // Two people may start one at once.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('protocol_version'))")
                .query()
                .listOfRows();
        var base = find(basedOn);
        int number = versions.findFirstByOrderByNumberDesc()
                        .map(ProtocolVersion::number)
                        .orElse(0)
                + 1;
        var editor = actor.require();
        var draft = versions.saveAndFlush(new ProtocolVersion(
                number, base.yaml(), basedOn, editor.userId(), editor.displayName(), clock.instant()));
        steps.add(draft.info(), ProtocolSteps.Step.STARTED, "", editor, clock.instant());
        audit.record("protocol.drafted", "protocol:" + number, null, null);
        return draft.info();
    }

    /** The text of a version. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public String text(int number) {
        return find(number).yaml();
    }

    /**
     * Writes a draft over. What cannot be read (yet) is kept too, so that nothing typed is lost; {@link #lint} tells what
     * is wrong with it. The same text again changes nothing, not even who wrote it last.
     *
     * @param lastHash the content hash of the text that was opened
     * @throws UnacceptableException {@code invalid} if the text cannot be stored
     * @throws ConflictException {@code stale-version} if somebody else has written it meanwhile, {@code not-a-draft},
     *     {@code shipped} for the version that comes with the software
     */
    public ProtocolInfo save(int number, String lastHash, String yaml) {
        if (yaml.length() > YamlTree.MOST_CHARACTERS || yaml.indexOf('\0') >= 0) {
            throw new UnacceptableException(
                    "invalid",
                    "This is too long, or no text.",
                    List.of(new FieldProblem("yaml", "invalid", "This is too long, or no text.")));
        }
        var draft = find(number);
        String hash = ProtocolVersion.hash(yaml);
        if (draft.info().contentHash().equals(hash)) {
            return draft.info();
        }
        if (!draft.info().contentHash().equals(lastHash)) {
            throw new ConflictException("stale-version", "Somebody else has changed this draft meanwhile.");
        }
        var editor = actor.require();
        draft.rewrite(yaml, editor.userId(), editor.displayName(), clock.instant());
        versions.saveAndFlush(draft);
        audit.record("protocol.edited", "protocol:" + number, null, null);
        return draft.info();
    }

    /**
     * Lets go of a draft that nobody wants any more; {@link #restore} brings it back.
     *
     * @throws ConflictException {@code not-a-draft}, {@code shipped}
     */
    public void discard(int number) {
        var draft = find(number);
        draft.discard();
        versions.saveAndFlush(draft);
        steps.add(draft.info(), ProtocolSteps.Step.DISCARDED, "", actor.require(), clock.instant());
        audit.record("protocol.discarded", "protocol:" + number, null, null);
    }

    /**
     * Takes the discarding of a draft back.
     *
     * @throws ConflictException {@code not-discarded}
     */
    public ProtocolInfo restore(int number) {
        var draft = find(number);
        draft.restore();
        versions.saveAndFlush(draft);
        steps.add(draft.info(), ProtocolSteps.Step.RESTORED, "", actor.require(), clock.instant());
        audit.record("protocol.restored", "protocol:" + number, null, null);
        return draft.info();
    }

    /** What is recorded of a version. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public ProtocolInfo info(int number) {
        return find(number).info();
    }

    /**
     * A version as it is written, with groups and shared rows put in place.
     *
     * @throws UnacceptableException {@code protocol-format} if it cannot be read
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public ProtocolDefinition written(int number) {
        return read(number, find(number).yaml());
    }

    /** What the linter finds in a version, also what cannot be read; with an error it cannot be approved. */
    @Transactional(readOnly = true)
    public List<LintFinding> lint(int number) {
        return ProtocolLinter.lint("protocol-" + number + ".yaml", find(number).yaml());
    }

    /** What was tried out with the text of a version as it stands. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public ProtocolTrials trials(int number) {
        return steps.trials(number);
    }

    /**
     * The plan that a version would make once it is approved. For a draft it is recorded that this very text was tried
     * out, if there is anything in the session that a rule could look at.
     *
     * @throws UnacceptableException {@code protocol-format} if the version cannot be read
     */
    @PreAuthorize("hasAnyRole('OWNER', 'THERAPIST')")
    public PlanResult simulate(int number, SessionFindings session, @Nullable SafetyProfile safety, History history) {
        var version = find(number);
        var plan = ready(version).plan(session, safety, history);
        if (!session.areas().isEmpty()
                || !session.goals().isEmpty()
                || !session.picks().isEmpty()) {
            steps.simulated(number, version.info().contentHash(), actor.require(), clock.instant());
        }
        return plan;
    }

    /**
     * The same for an example that nobody asked for: it is shown, and does not count as tried out.
     *
     * @throws UnacceptableException {@code protocol-format} if the version cannot be read
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('OWNER', 'THERAPIST')")
    public PlanResult example(int number, SessionFindings session, @Nullable SafetyProfile safety, History history) {
        return ready(find(number)).plan(session, safety, history);
    }

    private CompiledProtocol ready(ProtocolVersion version) {
        var info = version.info();
        String key = info.number() + " " + info.contentHash();
        var protocol = ready.get(key);
        if (protocol == null) {
            protocol = CompiledProtocol.compile(read(info.number(), version.yaml()), true);
            ready.put(key, protocol);
        }
        return protocol;
    }

    /**
     * Runs a version over the signed notes of the last months, and records that this very text was replayed if it ran to
     * the end.
     *
     * @param goOn told now and then how many notes were looked at; false cancels
     * @throws UnacceptableException {@code protocol-format} if the version cannot be read
     */
    public ProtocolReplay.Report replay(int number, int months, LongPredicate goOn) {
        String hash = find(number).info().contentHash();
        var report = replay.run(number, months, goOn);
        if (report.complete()) {
            steps.replayed(number, hash, report.notes(), report.changedNotes(), actor.require(), clock.instant());
        }
        return report;
    }

    /** How many plans were issued in the last months and not superseded: what a replay has to look at. */
    @Transactional(readOnly = true)
    public long notesToReplay(int months) {
        var since = clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        return jdbc.sql("select count(*) from aftercare_plan where issued_at >= ? and superseded_by is null")
                .param(Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** How the items of a version differ from another's, in the order of the file. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('OWNER', 'THERAPIST')")
    public List<ItemDifference> difference(int from, int to) {
        Map<String, ProtocolDefinition.Item> before = items(from);
        Map<String, ProtocolDefinition.Item> after = items(to);
        var differences = new ArrayList<ItemDifference>();
        after.forEach((code, item) -> {
            var old = before.get(code);
            if (old == null) {
                differences.add(new ItemDifference(code, Kind.ADDED, List.of()));
            } else if (!old.equals(item)) {
                differences.add(new ItemDifference(code, Kind.CHANGED, parts(old, item)));
            }
        });
        for (String code : before.keySet()) {
            if (!after.containsKey(code)) {
                differences.add(new ItemDifference(code, Kind.REMOVED, List.of()));
            }
        }
        return differences;
    }

    private static List<String> parts(ProtocolDefinition.Item before, ProtocolDefinition.Item after) {
        var parts = new TreeSet<String>();
        for (var component : ProtocolDefinition.Item.class.getRecordComponents()) {
            try {
                Object one = component.getAccessor().invoke(before);
                Object other = component.getAccessor().invoke(after);
                if (one == null ? other != null : !one.equals(other)) {
                    parts.add(component.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(parts);
    }

    private Map<String, ProtocolDefinition.Item> items(int number) {
        var items = new LinkedHashMap<String, ProtocolDefinition.Item>();
        read(number, find(number).yaml()).items().forEach(item -> items.put(item.code(), item));
        return items;
    }

    static ProtocolDefinition read(int number, String yaml) {
        try {
            return ProtocolReader.read("protocol-" + number + ".yaml", yaml).withVersion(number);
        } catch (ProtocolFormatException e) {
            throw new UnacceptableException(
                    "protocol-format",
                    e.getMessage() == null ? "" : e.getMessage(),
                    e.problems().stream()
                            .map(problem ->
                                    new FieldProblem("line " + problem.line(), "protocol-format", problem.reason()))
                            .toList());
        }
    }

    private ProtocolVersion find(int number) {
        return versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number));
    }
}
