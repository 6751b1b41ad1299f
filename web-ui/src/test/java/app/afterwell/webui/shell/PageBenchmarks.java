package app.afterwell.webui.shell;

import static app.afterwell.webui.shell.Riverside.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.note.CareImport;
import app.afterwell.aftercare.note.CareImport.PastAnswer;
import app.afterwell.aftercare.note.CareImport.PastNote;
import app.afterwell.aftercare.note.CareImport.PastTick;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.booking.BookingRules;
import app.afterwell.booking.ImportedAppointment;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TimeSlot;
import app.afterwell.domain.UserId;
import app.afterwell.domain.VisitStatus;
import app.afterwell.intake.Clients;
import app.afterwell.intake.ImportedClient;
import app.afterwell.intake.ImportedClient.ImportedProfile;
import app.afterwell.webui.api.ApiTests;
import com.vaadin.flow.component.UI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import testsupport.Figures;
import testsupport.StatementCount;
import testsupport.TestActor;

/**
 * How long the server takes for what a therapist waits for: the plan beside the note, a note and a chart of a client
 * with 500 visits, the inbox with 10,000 tasks; the browser's part left out. {@code ./afterwell bench pages} runs it.
 */
class PageBenchmarks extends VisitPages {

    private static final int PAGES_AT_ONCE = 50;

    private final Figures figures = new Figures("pages");

    /** In development Vaadin takes a stack trace with each part of a page that it makes; the clinic's server does not. */
    @BeforeAll
    static void asInProduction() {
        System.setProperty("vaadin.devmode.componentTracker.enabled", "false");
    }

    @Autowired
    private CareImport careImport;

    @Autowired
    private Clients directory;

    @Autowired
    private JdbcClient jdbc;

    /** How many visits the client had before this one. */
    protected int visits() {
        return 500;
    }

    /** How many clients there are besides, each with ten visits. */
    protected int others() {
        return 400;
    }

    protected int tasks() {
        return 10_000;
    }

    protected int clientCount() {
        return 20_000;
    }

    protected int repeats() {
        return 200;
    }

    @Test
    void theNoteAndTheChart() {
        var fewVisits = StatementCount.of(() -> therapist.run(() -> notes.open(visit)));
        history();
        if (others() > 0) {
            jdbc.sql("analyze").update();
        }
        var manyVisits = StatementCount.of(() -> therapist.run(() -> notes.open(visit)));
        figures.say("statements to open a note, first visit", fewVisits.size(), "");
        figures.say("statements to open a note after " + visits() + " visits", manyVisits.size(), "");
        assertThat(manyVisits).hasSizeLessThanOrEqualTo(fewVisits.size() + 1);

        preview();
        measured(
                120,
                "open a note of a client with " + visits() + " visits, p95",
                () -> therapist.call(() -> notes.open(visit)));
        signIn(therapist);
        var chart = "clients/" + client + "/chart";
        figures.say("statements for the chart page after " + visits() + " visits", statements(chart), "");
        figures.say("statements for my day", statements("day"), "");
        page(therapist, 120, "the page of that note, p95", "sessions/" + visit);
        page(therapist, 300, "the chart page of that client, p95", chart);
        page(therapist, 300, "my day, p95", "day");
        signing();
    }

    private int statements(String address) {
        return StatementCount.of(() -> UI.getCurrent().navigate(address)).size();
    }

    /** Each signature is of a visit of its own of the client with the long record; the notes are written before. */
    private void signing() {
        var toSign = new ArrayDeque<SignNote>();
        var imported = new ArrayList<ImportedAppointment>();
        for (int number = 1; number <= repeats() + repeats() / 3; number++) {
            imported.add(new ImportedAppointment(
                    AppointmentId.next(),
                    client,
                    service,
                    practitioner,
                    location,
                    null,
                    TimeSlot.of(ApiTests.START.plus(Duration.ofHours(2L * number)), Duration.ofHours(1)),
                    VisitStatus.ARRIVED,
                    null,
                    ApiTests.START));
        }
        TestActor.owner().run(() -> booking.appointments(imported));
        for (var appointment : imported) {
            var saved = therapist.call(() -> notes.save(new SaveDraft(appointment.id(), 0, draft("Tight again."))));
            var decisions = saved.preview().plan().review().stream()
                    .map(item -> new Decision(item.item(), null, Decision.Kind.DROP, null))
                    .toList();
            // The last visit first: a signature changes what came before the later ones, and so their plans.
            toSign.addFirst(new SignNote(
                    appointment.id(), saved.version(), saved.preview().digest(), decisions));
        }
        measured(500, "a note of that client signed, p95", () -> therapist.call(() -> notes.sign(toSign.remove())));
    }

    private void preview() {
        measured(
                150,
                "plan beside the note, asked again, p95",
                () -> therapist.call(() -> notes.preview(visit, draft("Tight."))));
        int[] version = {therapist.call(() -> notes.open(visit)).version()};
        measured(150, "from a keystroke to note saved and plan updated, p95", () -> {
            version[0] = therapist
                    .call(() -> notes.save(new SaveDraft(visit, version[0], draft("Tight since " + version[0] + "."))))
                    .version();
            return version[0];
        });
    }

    @Test
    void theInbox() {
        var raised = Timestamp.from(ApiTests.START.minus(Duration.ofDays(1)));
        jdbc.sql("""
                insert into staff_task (id, kind, urgency, status, cause_key, client_id, practitioner_id, detail,
                    raised_at, due_at, version)
                select gen_random_uuid(), case n % 3 when 0 then 'URGENT_ALERT' else 'SILENT_CLIENT' end, n % 3, 'OPEN',
                    'bench:' || n, :client, :practitioner, '{}'::jsonb, :raised::timestamptz,
                    :raised::timestamptz + make_interval(mins => n), 1
                from generate_series(1, :tasks) n""")
                .param("client", client.value())
                .param("practitioner", practitioner.value())
                .param("raised", raised)
                .param("tasks", tasks())
                .update();
        page(desk, 200, "the inbox with " + tasks() + " open tasks, p95", "tasks");
        jdbc.sql("delete from staff_task where cause_key like 'bench:%'").update();
    }

    @Test
    void theClientSearch() {
        var people = people();
        TestActor.owner().run(() -> clients.add(people));
        // As the database does by itself within a minute.
        jdbc.sql("vacuum analyze client").update();
        jdbc.sql("vacuum analyze client_word").update();
        search("by the first letter", people, person -> person.name().substring(0, 1));
        search("by three letters", people, person -> person.name().substring(0, 3));
        search("by first name", people, person -> person.name().split(" ")[0]);
        search(
                "by the middle of the last name",
                people,
                person -> lastName(person).substring(1));
        search("by the whole name", people, ImportedClient::name);
        search("by the name less one letter", people, person -> without(3, lastName(person)));
        search("by both names, each less one letter", people, person -> {
            var names = person.name().split(" ");
            return without(2, names[0]) + " " + without(3, names[1]);
        });
        search(
                "by part of the phone number",
                people,
                person -> Objects.requireNonNull(person.phone()).substring(6));
        search("by e-mail address", people, ImportedClient::email);
    }

    private void search(String how, List<ImportedClient> people, Function<ImportedClient, @Nullable String> typed) {
        int[] next = {0};
        Supplier<String> text = () -> Objects.requireNonNull(typed.apply(people.get(next[0]++ * 37 % people.size())));
        var among = " among " + clientCount() + " " + how + ", p95";
        measured(10, "a client found" + among, () -> desk.call(() -> directory.lookUp(text.get(), 10)));
        measured(
                10,
                "a page of them, with how many there are" + among,
                () -> desk.call(() -> directory.find(text.get(), 0, 10)));
    }

    private static String lastName(ImportedClient person) {
        return person.name().split(" ")[1];
    }

    private static String without(int place, String word) {
        return word.length() <= place ? word : word.substring(0, place) + word.substring(place + 1);
    }

    /** Some first names are frequent; of last names there are a few thousand, the first few frequent too. */
    private List<ImportedClient> people() {
        var random = new Random(20_000);
        var first = List.of(
                "Anneliese", "Marta", "Theo", "Orla", "Niamh", "Sean", "Ines", "Tomas", "Priya", "Wei", "Jane", "Ruth");
        var parts = List.of(
                "mar", "ta", "sil", "va", "jon", "an", "der", "son", "kel", "ly", "bri", "en", "wil", "liams", "tay",
                "lor", "ev", "ans", "ro", "berts");
        var people = new ArrayList<ImportedClient>();
        for (int number = 0; number < clientCount(); number++) {
            int last = (int) Math.min(7_999, Math.pow(8_000, random.nextDouble()));
            var name = parts.get(last % 20) + parts.get(last / 20 % 20) + parts.get(last / 400);
            people.add(new ImportedClient(
                    ClientId.next(),
                    first.get((int) (random.nextDouble() * random.nextDouble() * first.size())) + " "
                            + Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    name + number + "@example.test",
                    "+44163296%04d".formatted(number % 10_000),
                    null,
                    LONDON,
                    Locale.UK,
                    ApiTests.START,
                    null));
        }
        return people;
    }

    private void measured(double goal, String what, Callable<?> call) {
        figures.atMost(goal, what, Figures.percentile(Figures.millis(repeats(), call), 95), "ms");
    }

    /** Each time from another page, as if it had been clicked. */
    private void page(TestActor reader, double goal, String what, String address) {
        Callable<String> opened = () -> {
            UI.getCurrent().navigate(address);
            roundTrip();
            assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(address);
            return address;
        };
        // A page is more code than a service's call and needs more calls until it is compiled.
        int atOnce = Math.min(PAGES_AT_ONCE, repeats());
        var millis = new ArrayList<double[]>();
        for (int done = 0; done < 2 * repeats(); done += atOnce) {
            // Nobody opens hundreds of pages without signing in again.
            signIn(reader);
            var some = Figures.millis(atOnce, opened);
            if (done >= repeats()) {
                millis.add(some);
            }
        }
        var sorted = millis.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        figures.atMost(goal, what, Figures.percentile(sorted, 95), "ms");
        figures.say(what.replace("p95", "median"), Figures.percentile(sorted, 50), "ms");
    }

    // ------------------------------------------------------------------ what was before

    private final LocationId location = LocationId.next();
    private final ServiceId service = ServiceId.next();
    private final List<ImportedAppointment> appointments = new ArrayList<>();
    private final List<PastNote> past = new ArrayList<>();

    private void history() {
        var colleague = PractitionerId.next();
        var people = new ArrayList<ImportedClient>();
        for (int day = 1; day <= visits(); day++) {
            visit(client, practitioner, ApiTests.START.minus(Duration.ofDays(day)));
        }
        for (int other = 0; other < others(); other++) {
            var id = ClientId.next();
            people.add(new ImportedClient(
                    id,
                    "Client " + other,
                    null,
                    null,
                    null,
                    LONDON,
                    Locale.UK,
                    ApiTests.START,
                    new ImportedProfile(LocalDate.parse("2026-11-01"), List.of(), "")));
            for (int visit = 0; visit < 10; visit++) {
                int number = other * 10 + visit;
                visit(
                        id,
                        colleague,
                        ApiTests.START
                                .minus(Duration.ofDays(number / 10 + 1L))
                                .plus(Duration.ofMinutes(70L * (number % 10) - 420)));
            }
        }
        takeOver(colleague, people);
    }

    private void takeOver(PractitionerId colleague, List<ImportedClient> people) {
        var code = UUID.randomUUID().toString();
        TestActor.owner().run(() -> {
            booking.directory(
                    List.of(new LocationInfo(
                            location,
                            0,
                            code,
                            "Hill Street",
                            LONDON,
                            "GB",
                            "+441632960118",
                            "9 Hill Street",
                            List.of(),
                            BookingRules.usual(),
                            true)),
                    List.of(),
                    List.of(new PractitionerInfo(colleague, 0, "Col", List.of(), List.of(), null, true)),
                    List.of(Riverside.anHour(service, code, "Swedish", Set.of(practitioner, colleague), Set.of())));
            clients.add(people);
            long began = System.nanoTime();
            booking.appointments(appointments);
            long booked = System.nanoTime();
            assertThat(careImport.load(past).notes()).isEqualTo(past.size());
            figures.say("past appointments taken over", appointments.size() * 1e9 / (booked - began), "/s");
            figures.say(
                    "past notes with plans and answers taken over",
                    past.size() * 1e9 / (System.nanoTime() - booked),
                    "/s");
        });
        assertThat(therapist.call(() -> notes.open(visit)).status()).isEqualTo(NoteStatus.DRAFT);
    }

    private void visit(ClientId who, PractitionerId by, Instant at) {
        var id = AppointmentId.next();
        var slot = TimeSlot.of(at.minus(Duration.ofHours(3)), Duration.ofHours(1));
        appointments.add(new ImportedAppointment(
                id,
                who,
                service,
                by,
                location,
                null,
                slot,
                VisitStatus.COMPLETED,
                null,
                slot.start().minus(Duration.ofDays(7))));
        NoteDraft draft = draft("Visit on " + at + ": tight after a long week at the desk.");
        past.add(new PastNote(
                id,
                who,
                by,
                slot,
                LONDON,
                LONDON,
                draft,
                UserId.next(),
                "Theo Therapist",
                slot.end().plus(Duration.ofMinutes(5)),
                new SafetyProfile(1, LocalDate.parse("2026-11-01"), List.of()),
                null,
                List.of(),
                List.of(answer(24, 4), answer(48, 3), answer(72, 2)),
                List.of(new PastTick("*", 0), new PastTick("*", 1))));
    }

    private static PastAnswer answer(int hours, int pain) {
        return new PastAnswer(
                hours,
                Duration.ofHours(hours).plusMinutes(20),
                new PainScore(pain),
                List.of(LEFT_HAMSTRINGS),
                Set.of(),
                null,
                false);
    }
}
