package app.afterwell.aftercare.note;

import app.afterwell.aftercare.CareJson;
import app.afterwell.aftercare.checkin.CheckInSchedule;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.DecidedPlan;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.followup.TaskBook;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.plan.CareAccess;
import app.afterwell.aftercare.plan.IssuedPlans;
import app.afterwell.aftercare.plan.NewPlan;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.aftercare.plan.Summaries.Past;
import app.afterwell.aftercare.protocol.BannedWords;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.NoteSigned;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.Visits;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Writes, previews and signs session notes. */
@Service
@Validated
@Transactional
@PreAuthorize("hasRole('THERAPIST')")
public class SessionNotes {

    /** How far back a visit without a signed note is still looked for. */
    private static final Duration OWED = Duration.ofDays(120);

    private final SessionNoteRows notes;
    private final Drafts drafts;
    private final Files files;
    private final NoteViews views;
    private final IssuedPlans issued;
    private final Plans plans;
    private final CheckInSchedule checkIns;
    private final TaskBook taskBook;
    private final Tasks tasks;
    private final Protocols protocols;
    private final Visits visits;
    private final SafetyProfiles profiles;
    private final ClientDirectory clients;
    private final CareAccess access;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    SessionNotes(
            SessionNoteRows notes,
            Drafts drafts,
            Files files,
            NoteViews views,
            IssuedPlans issued,
            Plans plans,
            CheckInSchedule checkIns,
            TaskBook taskBook,
            Tasks tasks,
            Protocols protocols,
            Visits visits,
            SafetyProfiles profiles,
            ClientDirectory clients,
            CareAccess access,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient sql,
            Clock clock) {
        this.notes = notes;
        this.drafts = drafts;
        this.files = files;
        this.views = views;
        this.issued = issued;
        this.plans = plans;
        this.checkIns = checkIns;
        this.taskBook = taskBook;
        this.tasks = tasks;
        this.protocols = protocols;
        this.visits = visits;
        this.profiles = profiles;
        this.clients = clients;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** The note of a visit, an empty one if nothing was written yet. */
    public NoteView open(AppointmentId appointment) {
        var visit = visit(appointment);
        var reader = access.requireTherapistReading(visit.client());
        @Nullable SessionNote note = notes.newest(appointment.value()).orElse(null);
        if (reader.brokeGlass() && (note == null || !note.isSigned())) {
            // What is still being written is nobody's to read but those who treat; what was signed before it is.
            note = notes.newestSigned(appointment.value())
                    .orElseThrow(() -> new AccessDeniedException("not signed yet"));
        }
        audit.record("note.read", "note:" + appointment, visit.client(), reader.reason());
        return views.of(visit, note);
    }

    /**
     * Saves a draft. One that stands on an older version is refused with {@code stale-version}; its text is kept as a
     * conflict copy, so that neither text is lost. What is saved already may be sent again.
     *
     * @throws ConflictException {@code stale-version}, {@code note-signed}
     */
    @Transactional(noRollbackFor = ConflictException.class)
    public NoteView save(@Valid SaveDraft command) {
        var visit = visit(command.appointment());
        var who = access.requireTherapistOf(visit.client());
        lock(visit.id());
        @Nullable SessionNote note = notes.newest(visit.id().value()).orElse(null);
        var draft = Drafts.ofVisit(command.draft(), visit);
        draft = new NoteDraft(
                draft.session(),
                draft.text(),
                note == null ? draft.decisions() : note.draft().decisions(),
                note == null ? draft.strokes() : note.draft().strokes());
        requireSound(draft.session());
        if (note == null) {
            note = new SessionNote(visit, draft, who, clock.instant());
        } else if (!note.says(draft)) {
            if (note.isSigned()) {
                drafts.keepCopy(visit.id(), command.version(), draft, who, clock.instant());
                throw new ConflictException(
                        "note-signed", "This note is signed. What you wrote is kept as a copy beside it.");
            }
            if (note.number() != command.version()) {
                drafts.keepCopy(visit.id(), command.version(), draft, who, clock.instant());
                throw new ConflictException(
                        "stale-version",
                        "This note was changed meanwhile, on another device perhaps. Both texts are kept.");
            }
            note.write(draft, who, clock.instant());
        }
        note = notes.save(note);
        notes.flush();
        return views.of(visit, note);
    }

    /**
     * Makes changes to the draft, whatever others changed in it meanwhile: the side that changed a part wins. Where both
     * did, the stored part stands and what the device has is kept as a conflict copy. The same changes may be sent again.
     *
     * @throws ConflictException {@code note-signed}; what the device has is kept as a copy
     */
    @Transactional(noRollbackFor = ConflictException.class)
    public Changed change(@Valid ChangeNote command) {
        var visit = visit(command.appointment());
        var who = access.requireTherapistOf(visit.client());
        lock(visit.id());
        @Nullable SessionNote note = notes.newest(visit.id().value()).orElse(null);
        var stored = note == null ? Drafts.empty(visit) : note.draft();
        var parts = NoteParts.of(stored);
        var merged = NoteMerge.of(parts, command.changes());
        var draft = sound(Drafts.ofVisit(NoteParts.draft(merged.parts(), stored), visit));
        boolean clash = !merged.clashes().isEmpty();
        if (NoteParts.same(draft, stored) && !clash) {
            return new Changed(views.of(visit, note), false);
        }
        var signed = note != null && note.isSigned();
        if (clash || signed) {
            var theirs = sound(
                    Drafts.ofVisit(NoteParts.draft(NoteMerge.asOnTheDevice(parts, command.changes()), stored), visit));
            drafts.keepCopy(visit.id(), note == null ? 0 : note.number(), theirs, who, clock.instant());
        }
        if (signed) {
            throw new ConflictException(
                    "note-signed", "This note is signed. What you wrote is kept as a copy beside it.");
        }
        if (note == null) {
            note = notes.save(new SessionNote(visit, draft, who, clock.instant()));
        } else if (!NoteParts.same(draft, stored)) {
            note.write(draft, who, clock.instant());
            note = notes.save(note);
        }
        notes.flush();
        return new Changed(views.of(visit, note), clash);
    }

    private NoteDraft sound(NoteDraft draft) {
        requireSound(draft.session());
        if (draft.strokes().size() > PenStroke.MOST) {
            throw UnacceptableException.field("strokes", "too-many", "A note has room for 300 free marks.");
        }
        if (Stream.of(
                        draft.text().subjective(),
                        draft.text().objective(),
                        draft.text().assessment(),
                        draft.text().plan())
                .anyMatch(text -> text.length() > NoteText.MAX)) {
            throw UnacceptableException.field("text", "too-long", "A text has room for 20,000 characters.");
        }
        return draft;
    }

    /** Lets go of a conflict copy that is no longer needed. */
    public void discardCopy(AppointmentId appointment, NoteId copy) {
        access.requireTherapistOf(visit(appointment).client());
        drafts.discardCopy(appointment, copy);
    }

    /** What would follow from a draft; nothing is stored. */
    @Transactional(readOnly = true)
    public Preview preview(AppointmentId appointment, @Valid NoteDraft draft) {
        var visit = visit(appointment);
        access.requireTherapistOf(visit.client());
        var session = Drafts.ofVisit(draft, visit).session();
        requireSound(session);
        var past = views.past(visit);
        return Previews.of(
                protocols.inForce(),
                session,
                views.safety(visit),
                past.history(),
                draft.decisions(),
                Previews.lastOutcome(past.last()));
    }

    /**
     * Locks the note, issues the plan and its follow-up: all or nothing. The same call again answers the same.
     *
     * @throws ConflictException {@code visit-not-started}, {@code stale-version}, {@code plan-changed},
     *     {@code note-signed}
     * @throws UnacceptableException {@code pressure-reason}, {@code review-open}, {@code absolute}
     */
    public Signed sign(@Valid SignNote command) {
        var visit = visit(command.appointment());
        var who = access.requireTherapistOf(visit.client());
        lock(visit.id());
        var request = CareJson.hash(command);
        @Nullable SessionNote note = notes.newest(visit.id().value()).orElse(null);
        if (note != null && note.wasSignedBy(request)) {
            return signed(visit, note);
        }
        if (note != null && note.isSigned()) {
            throw new ConflictException("note-signed", "This note is signed already.");
        }
        if (!visit.status().started()) {
            throw new ConflictException("visit-not-started", "The note can be signed once the client has arrived.");
        }
        if (note == null || note.number() != command.version()) {
            throw new ConflictException(
                    "stale-version", "This note was changed meanwhile. Look at it again before you sign.");
        }
        var plan = decide(visit, note, command);
        note.sign(
                who,
                plan.issuedAt(),
                plan.id(),
                command.digest(),
                request,
                Signing.hash(note.toSign(files.of(note.id())), plan, who.userId(), who.displayName()));
        notes.save(note);
        notes.flush();
        issued.issue(plan);
        takeThePlaceOf(note, plan);
        files.forgetUnused(visit);
        checkIns.plan(
                plan.id(),
                visit.client(),
                visit.slot().end(),
                plan.plan().said().checkIns(),
                clientZone(visit),
                clock.instant());
        taskBook.settle(visit.id(), TaskKind.UNSIGNED_NOTE, "signed");
        audit.record("note.sign", "note:" + note.id(), visit.client(), null);
        events.publishEvent(new NoteSigned(note.id(), visit.id(), visit.client(), plan.id(), note.number()));
        return signed(visit, note);
    }

    /** An amended note's plan goes on where the earlier one stands: ticks, answers, holds and tasks come along. */
    private void takeThePlaceOf(SessionNote note, NewPlan plan) {
        var amended = note.amends();
        if (amended == null) {
            return;
        }
        var before = notes.findById(amended.value()).orElseThrow().signedPart().plan();
        issued.lockInForce(before);
        issued.supersede(before, plan.basis());
        checkIns.takeOver(before, plan.id());
        taskBook.follow(before, plan.id());
    }

    private NewPlan decide(Visit visit, SessionNote note, SignNote command) {
        var protocol = protocols.inForce();
        var session = note.draft().session();
        @Nullable SafetyProfile safety = views.safety(visit);
        var past = views.past(visit);
        var preview = Previews.of(
                protocol, session, safety, past.history(), command.decisions(), Previews.lastOutcome(past.last()));
        if (!preview.digest().equals(command.digest())) {
            throw new ConflictException(
                    "plan-changed", "The plan is no longer the one you saw. Look at it again before you sign.");
        }
        if (!preview.pressureReasonsMissing().isEmpty()) {
            throw new UnacceptableException(
                    "pressure-reason",
                    "More pressure was used than the rules before the session allow. Say why.",
                    reasonsMissing(session, preview.pressureReasonsMissing()));
        }
        requirePublishable(command.decisions());
        DecidedPlan decided = protocol.applyDecisions(session, safety, past.history(), command.decisions());
        return new NewPlan(
                PlanId.next(),
                note.id(),
                visit.id(),
                visit.client(),
                visit.practitioner(),
                visit.slot(),
                visit.zone(),
                session,
                safety,
                past.history(),
                decided,
                command.decisions(),
                preview.band(),
                preview.digest(),
                clock.instant());
    }

    /** What a therapist writes for the client keeps to the same words as the protocol. */
    private static void requirePublishable(List<Decision> decisions) {
        for (int at = 0; at < decisions.size(); at++) {
            var dose = decisions.get(at).dose();
            if (dose == null) {
                continue;
            }
            var field = "decisions[" + at + "].dose";
            if (dose.isBlank() || dose.length() > Decision.LONGEST_DOSE) {
                throw new UnacceptableException(
                        "dose",
                        "A dose has 1 to 300 characters.",
                        List.of(new FieldProblem(field, "size", "A dose has 1 to 300 characters.")));
            }
            var banned = BannedWords.in(dose);
            if (!banned.isEmpty()) {
                var said = "The client may not read this word: " + banned.getFirst() + ".";
                throw new UnacceptableException(
                        "banned-word", said, List.of(new FieldProblem(field, "banned-word", said)));
            }
        }
    }

    private static List<FieldProblem> reasonsMissing(SessionFindings session, List<BodyArea> areas) {
        var problems = new ArrayList<FieldProblem>();
        for (int at = 0; at < session.areas().size(); at++) {
            if (areas.contains(session.areas().get(at).area())) {
                problems.add(new FieldProblem(
                        "structured.areas[" + at + "].pressureReason",
                        "required",
                        "Say why more pressure was used here."));
            }
        }
        return problems;
    }

    private Signed signed(Visit visit, SessionNote note) {
        notes.flush();
        var plan = note.signedPart().plan();
        var raised = tasks.list(new TaskFilter(TaskStatus.OPEN, false, visit.client()), 0, 200).tasks().stream()
                .filter(task -> plan.equals(task.plan()) || visit.id().equals(task.appointment()))
                .toList();
        return new Signed(views.of(visit, note), plans.plan(plan), List.<TaskView>copyOf(raised));
    }

    /** The notes that whoever asks still owes, oldest first. */
    @Transactional(readOnly = true)
    public List<UnsignedNote> unsigned() {
        var practitioner = access.requirePractitioner();
        var now = clock.instant();
        var begun = visits.ofPractitioner(practitioner, now.minus(OWED), now.plus(Duration.ofDays(1))).stream()
                .filter(visit -> visit.status().started())
                .collect(Collectors.toMap(Visit::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        if (begun.isEmpty()) {
            return List.of();
        }
        var states = states(begun.keySet());
        var open = begun.values().stream()
                .filter(visit -> {
                    var state = states.get(visit.id());
                    return state == null || state.status() == NoteStatus.DRAFT;
                })
                .toList();
        var cards = clients.cards(open.stream().map(Visit::client).collect(Collectors.toSet()));
        var safety = profiles.of(open.stream().map(Visit::client).collect(Collectors.toSet()));
        var protocol = protocols.inForce();
        var past = views.past(
                open.stream().filter(visit -> states.containsKey(visit.id())).toList());
        return open.stream()
                .map(visit -> {
                    var state = states.get(visit.id());
                    return new UnsignedNote(
                            visit,
                            name(cards, visit.client()),
                            state == null ? null : state.savedAt(),
                            state == null
                                    ? 0
                                    : toDecide(
                                            protocol,
                                            state,
                                            safety.get(visit.client()),
                                            past.getOrDefault(visit.id(), Past.NONE)));
                })
                .toList();
    }

    private static int toDecide(CompiledProtocol protocol, State state, @Nullable SafetyProfile safety, Past past) {
        var decided = state.decisions().stream().map(Decision::item).collect(Collectors.toSet());
        return (int) protocol.plan(state.session(), safety, past.history()).review().stream()
                .filter(item -> !decided.contains(item.item()))
                .count();
    }

    record State(NoteStatus status, Instant savedAt, SessionFindings session, List<Decision> decisions) {}

    private Map<AppointmentId, State> states(Set<AppointmentId> appointments) {
        return sql
                .sql("""
                        select distinct on (appointment_id) appointment_id, status, saved_at, session, decisions
                        from session_note where appointment_id = any(:ids::uuid[])
                        order by appointment_id, revision desc
                        """)
                .param("ids", appointments.stream().map(AppointmentId::toString).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        new State(
                                NoteStatus.valueOf(row.getString("status")),
                                row.getTimestamp("saved_at").toInstant(),
                                CareJson.read(row.getString("session"), SessionFindings.class),
                                CareJson.readList(row.getString("decisions"), Decision.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String name(Map<ClientId, ClientCard> cards, ClientId client) {
        var card = cards.get(client);
        return card == null ? "" : card.name();
    }

    private Visit visit(AppointmentId appointment) {
        return visits.visit(appointment).orElseThrow(() -> new NotFoundException("visit " + appointment));
    }

    private ZoneId clientZone(Visit visit) {
        var card = clients.cards(Set.of(visit.client())).get(visit.client());
        return card == null ? visit.zone() : card.zone();
    }

    /** What no form can be trusted with. */
    private void requireSound(SessionFindings session) {
        if (session.minutes() < 1 || session.minutes() > 24 * 60) {
            throw UnacceptableException.field(
                    "structured.minutes", "out-of-range", "A session takes between 1 minute and a day.");
        }
        var seen = new HashSet<BodyArea>();
        for (int at = 0; at < session.areas().size(); at++) {
            if (!seen.add(session.areas().get(at).area())) {
                throw UnacceptableException.field(
                        "structured.areas[" + at + "]", "duplicate", "This area is in the list already.");
            }
        }
        if (!session.picks().isEmpty()) {
            requireKnown(session.picks());
        }
    }

    private void requireKnown(Set<String> picks) {
        var protocol = protocols.inForce();
        var unknown = picks.stream()
                .filter(pick -> protocol.item(pick).isEmpty())
                .sorted()
                .map(pick -> new FieldProblem("structured.picks", "unknown-code", "Unknown code: " + pick))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnacceptableException("unknown-code", unknown.getFirst().message(), unknown);
        }
    }

    /** Two devices on one note take turns. */
    private void lock(AppointmentId appointment) {
        NoteLock.take(sql, appointment);
    }
}
