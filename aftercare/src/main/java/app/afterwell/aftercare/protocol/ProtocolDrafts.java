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
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the protocol: a draft is written, linted and tried out before a clinical lead approves it. */
@Service
@Transactional
@PreAuthorize("hasRole('OWNER') or hasAuthority('CLINICAL_LEAD')")
public class ProtocolDrafts {

    private final ProtocolVersions versions;
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

    ProtocolDrafts(ProtocolVersions versions, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Copies a version into a new draft. */
    public ProtocolInfo start(int basedOn) {
        var base = find(basedOn);
        int number = versions.findFirstByOrderByNumberDesc()
                        .map(ProtocolVersion::number)
                        .orElse(0)
                + 1;
        var editor = actor.require();
        var draft = versions.saveAndFlush(new ProtocolVersion(
                number, base.yaml(), basedOn, editor.userId(), editor.displayName(), clock.instant()));
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
     * Writes a draft over.
     *
     * @param lastHash the content hash of the text that was opened
     * @throws UnacceptableException {@code protocol-format}, with a problem for each line that cannot be read
     * @throws ConflictException {@code stale-version} if somebody else has written it meanwhile, {@code not-a-draft}
     */
    public ProtocolInfo save(int number, String lastHash, String yaml) {
        var draft = find(number);
        if (!draft.info().contentHash().equals(lastHash)) {
            throw new ConflictException("stale-version", "Somebody else has changed this draft meanwhile.");
        }
        read(number, yaml);
        var editor = actor.require();
        draft.rewrite(yaml, editor.userId(), editor.displayName(), clock.instant());
        versions.saveAndFlush(draft);
        audit.record("protocol.edited", "protocol:" + number, null, null);
        return draft.info();
    }

    /** Lets go of a draft that nobody wants any more. */
    public void discard(int number) {
        var draft = find(number);
        draft.discard();
        versions.saveAndFlush(draft);
        audit.record("protocol.discarded", "protocol:" + number, null, null);
    }

    /** What the linter finds in a version; with an error it cannot be approved. */
    @Transactional(readOnly = true)
    public List<LintFinding> lint(int number) {
        return ProtocolLinter.lint(read(number, find(number).yaml()));
    }

    /** The plan that a version would make once it is approved. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('OWNER', 'THERAPIST')")
    public PlanResult simulate(int number, SessionFindings session, @Nullable SafetyProfile safety, History history) {
        return CompiledProtocol.compile(read(number, find(number).yaml()), true).plan(session, safety, history);
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
