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
    private final TransactionTemplate transaction;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, ProtocolDefinition> definitions = new ConcurrentHashMap<>();
    private final Map<Ready, CompiledProtocol> compiled = new ConcurrentHashMap<>();

    private record Ready(int number, String hash, boolean approved) {

        static Ready of(ResultSet row, int index) throws SQLException {
            return new Ready(row.getInt("number"), row.getString("content_hash"), row.getBoolean("approved"));
        }
    }

    Protocols(
            ProtocolVersions versions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            CurrentActor actor,
            AuditTrail audit,
            Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
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
        return definitions.computeIfAbsent(hash, key -> {
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
     * @throws ConflictException {@code own-edit} if the lead has edited it last, {@code not-a-draft}
     * @throws UnacceptableException {@code lint} while the linter finds an error in it
     */
    @Transactional
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public ProtocolInfo approve(int number) {
        var lead = actor.require();
        var version = versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number));
        var errors = ProtocolLinter.lint(ProtocolDrafts.read(number, version.yaml())).stream()
                .filter(finding -> finding.level() == ProtocolLinter.Level.ERROR)
                .map(finding -> new FieldProblem(finding.where(), finding.code(), finding.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new UnacceptableException("lint", errors.getFirst().message(), errors);
        }
        if (version.info().status() == ProtocolStatus.DRAFT) {
            retireInForce();
        }
        version.approve(lead.userId(), lead.displayName(), clock.instant());
        versions.saveAndFlush(version);
        audit.record("protocol.approved", "protocol:" + number, null, null);
        return version.info();
    }

    /**
     * Brings a version back that was in force before.
     *
     * @throws ConflictException {@code not-retired} if it never was, or is now
     */
    @Transactional
    @PreAuthorize("hasAuthority('CLINICAL_LEAD')")
    public ProtocolInfo rollBack(int number) {
        var version = versions.findByNumber(number).orElseThrow(() -> new NotFoundException("protocol " + number));
        if (version.info().status() == ProtocolStatus.RETIRED) {
            retireInForce();
        }
        version.bringBack();
        versions.saveAndFlush(version);
        audit.record("protocol.rolled-back", "protocol:" + number, null, null);
        return version.info();
    }

    /** First the old one goes, then the new one comes: only one can be in force at any time. */
    private void retireInForce() {
        versions.findByStatus(ProtocolStatus.IN_FORCE).ifPresent(before -> {
            before.retire();
            versions.saveAndFlush(before);
        });
    }
}
