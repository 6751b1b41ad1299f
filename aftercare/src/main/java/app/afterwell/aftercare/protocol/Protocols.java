package app.afterwell.aftercare.protocol;

import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions of the clinic's protocol, each compiled once. */
@Service
public class Protocols implements SmartInitializingSingleton {

    private static final String SHIPPED = "/protocol/clinic-protocol-1.yaml";

    private final ProtocolVersions versions;
    private final JdbcClient jdbc;
    private final ProtocolSteps steps;
    private final TransactionTemplate transaction;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Text, ProtocolDefinition> definitions = new ConcurrentHashMap<>();
    private final Map<Ready, CompiledProtocol> compiled = new ConcurrentHashMap<>();

    /** Two versions may have the same text. */
    private record Text(int number, String hash) {}

    private record Ready(int number, String hash, boolean approved) {

        static Ready of(ResultSet row, int index) throws SQLException {
            return new Ready(row.getInt("number"), row.getString("content_hash"), row.getBoolean("approved"));
        }
    }

    Protocols(
            ProtocolVersions versions,
            JdbcClient jdbc,
            ProtocolSteps steps,
            TransactionTemplate transaction,
            CurrentActor actor,
            AuditTrail audit,
            Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.steps = steps;
        this.transaction = transaction;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** On the first start the protocol that comes with the software becomes version 1, a draft that awaits approval. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Two instances may start at once.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('protocol_version'))")
                    .query()
                    .listOfRows();
            if (versions.findFirstByOrderByNumberAsc().isEmpty()) {
                versions.saveAndFlush(new ProtocolVersion(1, shipped(), null, null, "Afterwell", clock.instant()));
            }
        });
    }

    static String shipped() {
        try (var in = Protocols.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The version by which new plans are made. Until one is approved this is the first, not approved: it offers only the
     * safe four.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public CompiledProtocol inForce() {
        return compiled(jdbc.sql("""
                        select number, content_hash, approved_at is not null as approved from protocol_version
                        order by status = 'IN_FORCE' desc, number limit 1""").query(Ready::of).single());
    }

    /**
     * The version that an older plan has pinned.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public CompiledProtocol version(int version) {
        return jdbc.sql("""
                        select number, content_hash, approved_at is not null as approved from protocol_version
                        where number = ?""")
                .param(version)
                .query(Ready::of)
                .optional()
                .map(this::compiled)
                .orElseThrow(() -> new IllegalArgumentException("there is no protocol version " + version));
    }

    /**
     * The plan that would follow from a session by the version in force; nothing is stored.
     *
     * @param safety null if none is on file
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('THERAPIST', 'OWNER')")
    public PlanResult preview(SessionFindings session, @Nullable SafetyProfile safety, History history) {
        return inForce().plan(session, safety, history);
    }

    private CompiledProtocol compiled(Ready ready) {
        return compiled.computeIfAbsent(
                ready, key -> CompiledProtocol.compile(definition(key.number(), key.hash()), key.approved()));
    }

    private ProtocolDefinition definition(int number, String hash) {
        return definitions.computeIfAbsent(new Text(number, hash), key -> {
            String yaml = jdbc.sql("select yaml from protocol_version where number = ?")
                    .param(number)
                    .query(String.class)
                    .single();
            return ProtocolReader.read("protocol-" + number + ".yaml", yaml).withVersion(number);
        });
    }

    /** What is recorded of the version by which new plans are made. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public ProtocolInfo inForceInfo() {
        return versions.findByStatus(ProtocolStatus.IN_FORCE)
                .or(versions::findFirstByOrderByNumberAsc)
                .orElseThrow(() -> new NotFoundException("protocol"))
                .info();
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public List<ProtocolInfo> all() {
        return versions.findAllByOrderByNumberDesc().stream()
                .map(ProtocolVersion::info)
                .toList();
    }

    /**
     * Puts a draft in force; what was in force until now is kept for the plans that pin it.
     *
     * @param seenHash the content hash of the text that the lead has read
     * @throws ConflictException {@code stale-version} if the text has changed since, {@code own-edit} if the lead has
     *     edited it last, {@code not-a-draft}, {@code not-simulated} or {@code not-replayed} while this very text has not
     *     been tried out
     * @throws UnacceptableException {@code lint} while the linter finds an error in it
     */
    @Transactional
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public ProtocolInfo approve(int number, String seenHash) {
        var version = versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number));
        if (!version.info().contentHash().equals(seenHash)) {
            throw new ConflictException("stale-version", "Somebody has changed this draft meanwhile.");
        }
        return approve(version);
    }

    /** The same for the text as it stands; see {@link #approve(int, String)}. */
    @Transactional
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public ProtocolInfo approve(int number) {
        return approve(versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number)));
    }

    private ProtocolInfo approve(ProtocolVersion version) {
        var lead = actor.require();
        int number = version.number();
        version.mustBeApprovableBy(lead.userId());
        var errors = ProtocolLinter.lint("protocol-" + number + ".yaml", version.yaml()).stream()
                .filter(finding -> finding.level() == ProtocolLinter.Level.ERROR)
                .map(finding -> new FieldProblem(finding.where(), finding.code(), finding.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new UnacceptableException("lint", errors.getFirst().message(), errors);
        }
        var trials = steps.trials(number);
        if (trials.simulated() == null) {
            throw new ConflictException("not-simulated", "Try this very text out before it is approved.");
        }
        if (trials.replayNeeded() && trials.replayed() == null) {
            throw new ConflictException("not-replayed", "Replay this very text over the signed notes first.");
        }
        retireInForce();
        var now = clock.instant();
        version.approve(lead.userId(), lead.displayName(), now);
        versions.saveAndFlush(version);
        steps.add(version.info(), ProtocolSteps.Step.APPROVED, "", lead, now);
        audit.record("protocol.approved", "protocol:" + number, null, null);
        return version.info();
    }

    /**
     * Brings a version back that was in force before.
     *
     * @param reason why; for the record
     * @throws ConflictException {@code not-retired} if it never was, or is now
     * @throws UnacceptableException {@code reason-missing}
     */
    @Transactional
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public ProtocolInfo rollBack(int number, String reason) {
        if (reason.isBlank()) {
            throw new UnacceptableException(
                    "reason-missing",
                    "Say why the version comes back.",
                    List.of(new FieldProblem("reason", "required", "Say why the version comes back.")));
        }
        var version = versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number));
        if (version.info().status() == ProtocolStatus.RETIRED) {
            retireInForce();
        }
        version.bringBack();
        versions.saveAndFlush(version);
        steps.add(version.info(), ProtocolSteps.Step.ROLLED_BACK, reason.strip(), actor.require(), clock.instant());
        audit.record("protocol.rolled-back", "protocol:" + number, null, reason.strip());
        return version.info();
    }

    /** What was done with the versions, the latest first. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    public List<ProtocolStep> history() {
        return steps.latest();
    }

    /** First the old one goes, then the new one comes: only one can be in force at any time. */
    private void retireInForce() {
        versions.findByStatus(ProtocolStatus.IN_FORCE).ifPresent(before -> {
            before.retire();
            versions.saveAndFlush(before);
        });
    }
}
