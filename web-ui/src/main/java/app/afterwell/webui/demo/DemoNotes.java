package app.afterwell.webui.demo;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.engine.WorkedArea;
import app.afterwell.aftercare.note.CareImport.PastAnswer;
import app.afterwell.aftercare.note.CareImport.PastNote;
import app.afterwell.aftercare.note.CareImport.PastTick;
import app.afterwell.aftercare.note.NoteDraft;
import app.afterwell.aftercare.note.NoteText;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import app.afterwell.domain.UserId;
import app.afterwell.domain.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The signed notes of the demo's past visits, with the answers and the ticks that came after them. */
final class DemoNotes {

    /** What the therapist still has to sign from today. */
    private static final int OPEN_TODAY = 2;

    /** Hours after the visit at which a question is asked. */
    private static final List<Integer> QUESTIONS = List.of(24, 48, 72);

    private final Instant now;
    private final DemoDirectory directory;
    private final Map<DemoStaff, UserId> accounts;
    private final Map<DemoClient, Integer> earlier = new HashMap<>();

    DemoNotes(Instant now, DemoDirectory directory, Map<DemoStaff, UserId> accounts) {
        this.now = now;
        this.directory = directory;
        this.accounts = Map.copyOf(accounts);
    }

    /** @param visits oldest first */
    List<PastNote> of(List<DemoVisit> visits) {
        var open = openToday(visits);
        List<PastNote> notes = new ArrayList<>();
        for (var visit : visits) {
            if (visit.appointment().status() == VisitStatus.COMPLETED && !open.contains(visit)) {
                notes.add(note(visit));
            }
        }
        return notes;
    }

    private List<DemoVisit> openToday(List<DemoVisit> visits) {
        var maya = directory.maya();
        var today = now.atZone(maya.zone()).toLocalDate();
        var done = visits.stream()
                .filter(visit -> visit.staff().equals(maya))
                .filter(visit -> visit.appointment().status() == VisitStatus.COMPLETED)
                .filter(visit -> day(visit).equals(today))
                .toList();
        return done.subList(Math.max(0, done.size() - OPEN_TODAY), done.size());
    }

    private static LocalDate day(DemoVisit visit) {
        return visit.appointment().slot().start().atZone(visit.staff().zone()).toLocalDate();
    }

    private PastNote note(DemoVisit visit) {
        var appointment = visit.appointment();
        var client = visit.client();
        var slot = appointment.slot();
        var chances = DemoIds.chances("note", appointment.id().value().getMostSignificantBits());
        int visitsBefore = earlier.merge(client, 1, Integer::sum) - 1;
        // Pain eases slowly over the visits, with good and bad weeks.
        int before = Math.clamp(client.pain() - Math.min(3, visitsBefore / 3) + chances.nextInt(3) - 1, 1, 9);
        int after = Math.max(0, before - 1 - chances.nextInt(3));
        int pressure =
                Math.clamp(client.firm() + chances.nextInt(2) - chances.nextInt(2), 1, client.firm() <= 2 ? 2 : 5);
        var session = new SessionFindings(
                day(visit),
                (int) slot.length().toMinutes(),
                areas(client, visit, pressure, chances),
                new PainScore(before),
                new PainScore(after),
                client.goals(),
                Set.of());
        var signedAt = slot.end().plus(5L + chances.nextInt(40), ChronoUnit.MINUTES);
        var latest = now.minus(1, ChronoUnit.MINUTES);
        return new PastNote(
                appointment.id(),
                client.id(),
                appointment.practitioner(),
                slot,
                visit.staff().zone(),
                client.imported().zone(),
                new NoteDraft(session, text(client, before, after, pressure, chances)),
                accounts.getOrDefault(
                        visit.staff(),
                        new UserId(DemoIds.of("user", visit.staff().number()))),
                visit.staff().name(),
                signedAt.isAfter(latest) ? latest : signedAt,
                client.safety(),
                null,
                List.of(),
                answers(visit, after, pressure, chances),
                ticks(chances));
    }

    private static List<WorkedArea> areas(DemoClient client, DemoVisit visit, int pressure, Random chances) {
        List<WorkedArea> areas = new ArrayList<>();
        var main = client.complaint().getFirst();
        areas.add(new WorkedArea(
                main, findings(client, true, chances), techniques(visit, true, chances), new Pressure(pressure), null));
        for (BodyArea other : client.complaint().subList(1, client.complaint().size())) {
            if (chances.nextInt(4) > 0) {
                areas.add(new WorkedArea(
                        other,
                        findings(client, false, chances),
                        techniques(visit, false, chances),
                        new Pressure(Math.max(1, pressure - 1)),
                        null));
            }
        }
        return areas;
    }

    private static Set<Finding> findings(DemoClient client, boolean main, Random chances) {
        var findings = EnumSet.of(Finding.TIGHTNESS);
        if (main && (client.number() <= DemoPeople.DANIEL || chances.nextInt(3) == 0)) {
            findings.add(Finding.TENDERNESS);
        }
        if (chances.nextInt(4) == 0) {
            findings.add(Finding.RESTRICTED_MOTION);
        }
        if (chances.nextInt(6) == 0) {
            findings.add(main ? Finding.TRIGGER_POINT : Finding.GUARDING);
        }
        return findings;
    }

    private static Set<Technique> techniques(DemoVisit visit, boolean main, Random chances) {
        var service = visit.client().service();
        var techniques = EnumSet.of(
                service.startsWith("DEEP")
                        ? Technique.DEEP_TISSUE
                        : service.startsWith("SPORTS")
                                ? Technique.SPORTS
                                : service.startsWith("MYO")
                                        ? Technique.MYOFASCIAL_RELEASE
                                        : service.startsWith("HOT") ? Technique.HOT_STONE : Technique.SWEDISH);
        if (main && chances.nextInt(4) == 0) {
            techniques.add(Technique.MYOFASCIAL_RELEASE);
        }
        return techniques;
    }

    private static NoteText text(DemoClient client, int before, int after, int pressure, Random chances) {
        var area = words(client.complaint().getFirst());
        var says = List.of(
                "%s tight since the weekend, %d of 10 today.",
                "Slept better after the last visit. %s still stiff in the morning, %d of 10.",
                "%s bothers most at the desk, %d of 10 at its worst this week.",
                "A long walk on Sunday, since then %s tight, %d of 10.");
        var found = List.of(
                "Tight, warm and even skin, no swelling, no bruising. Movement slightly less on that side.",
                "Tender to firm touch, eases with slow pressure. No numbness or weakness.",
                "Less tight than last time. Full movement, a little guarded at the end of it.");
        return new NoteText(
                capitalised(says.get(chances.nextInt(says.size())).formatted(area, before)),
                found.get(chances.nextInt(found.size())),
                "Comfortable throughout at pressure %d. Pain %d of 10 afterwards.".formatted(pressure, after),
                "Same rhythm. " + (chances.nextBoolean() ? "Ask about the stretches." : "Check the movement again."));
    }

    private static String words(BodyArea area) {
        var region = area.region().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (area.side()) {
            case LEFT -> "left " + region;
            case RIGHT -> "right " + region;
            case BOTH, MIDLINE -> region;
        };
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Soreness that is highest at a day and mostly gone by the second, as most people have it. */
    private List<PastAnswer> answers(DemoVisit visit, int after, int pressure, Random chances) {
        var client = visit.client();
        var end = visit.appointment().slot().end();
        if (client.number() == DemoPeople.MARTA && Duration.between(end, now).toHours() < 48) {
            return marta(end);
        }
        if (client.number() == DemoPeople.RUTH && Duration.between(end, now).toHours() < 72) {
            return List.of(); // her question waits for her
        }
        int peak = Math.max(0, pressure - 1) + (chances.nextInt(12) == 0 ? 2 : 0);
        boolean slow = chances.nextInt(14) == 0;
        List<PastAnswer> answers = new ArrayList<>();
        for (int hours : QUESTIONS) {
            var came = Duration.ofHours(hours).plusMinutes(10L + chances.nextInt(240));
            if (chances.nextDouble() > client.answering() || end.plus(came).isAfter(now)) {
                continue;
            }
            double share = hours == 24 ? 0.4 + 0.6 * chances.nextDouble() : hours == 48 ? (slow ? 0.9 : 0.3) : 0.0;
            int pain = Math.clamp(after + Math.round(peak * share), 0, 8);
            if (hours == 72 && !slow) {
                pain = Math.max(0, after - chances.nextInt(2));
            }
            answers.add(new PastAnswer(
                    hours,
                    came,
                    new PainScore(pain),
                    pain > after ? List.of(client.complaint().getFirst()) : List.of(),
                    symptoms(client, pain > after, hours, chances),
                    null,
                    end.isAfter(now.minus(4, ChronoUnit.DAYS))));
        }
        return answers;
    }

    private static Set<Symptom> symptoms(DemoClient client, boolean sore, int hours, Random chances) {
        var symptoms = EnumSet.noneOf(Symptom.class);
        if (sore) {
            symptoms.add(Symptom.SORENESS);
        }
        if (hours == 24 && chances.nextInt(12) == 0) {
            symptoms.add(Symptom.FATIGUE);
        }
        // With a blood thinner a bruise would be an urgent call, and the demo has one of those already.
        if (chances.nextInt(60) == 0 && !client.has(Condition.ANTICOAGULANTS)) {
            symptoms.add(Symptom.BRUISING);
        }
        return symptoms;
    }

    /** The answer behind the urgent call on today's list. */
    private List<PastAnswer> marta(Instant end) {
        var came = Duration.between(end, now.minus(29, ChronoUnit.MINUTES));
        return List.of(new PastAnswer(
                came.toHours() >= 24 ? 24 : null,
                came,
                new PainScore(4),
                List.of(),
                Set.of(Symptom.SORENESS, Symptom.NEW_NUMBNESS),
                "My left foot has been tingly and a bit numb since last night.",
                true));
    }

    /** What was done of the plan: most on the first days, little later. */
    private static List<PastTick> ticks(Random chances) {
        List<PastTick> ticks = new ArrayList<>();
        for (int day = 0; day <= 3; day++) {
            if (chances.nextInt(10) < 7 - day) {
                ticks.add(chances.nextBoolean() ? new PastTick("*", day) : new PastTick("gentle-movement", day));
            }
        }
        return ticks;
    }
}
