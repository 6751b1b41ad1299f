package app.afterwell.webui.demo;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.intake.ImportedClient;
import app.afterwell.intake.ImportedClient.ImportedProfile;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** The 400 clients of the demo clinic, with what intake knows of them. */
final class DemoPeople {

    static final int COUNT = 400;

    /** Behind client@demo.test. */
    static final int RUTH = 0;

    /** Whose last answer made an urgent task that is still open. */
    static final int MARTA = 1;

    /** Who takes a blood thinner since a few days ago. */
    static final int DANIEL = 2;

    private static final int FIRST_YEAR_DAYS = 365;

    /** The first clients of each therapist have names of their own; the others get theirs by chance. */
    private static final List<List<String>> KNOWN = List.of(
            List.of(
                    "Ruth Callaghan",
                    "Marta Silva",
                    "Daniel Okafor",
                    "Helen Byrne",
                    "Peter Novak",
                    "Sam Whitfield",
                    "Owen Price",
                    "Sinéad Moore"),
            List.of("Chloe Martin", "Aoife Kelly", "Yuki Tanaka", "Paul Egan", "Erin Doyle", "Clare Dunne"),
            List.of("Linda Park", "Omar Haddad", "Nina Kowalski", "Joe Brennan", "Joan Keane"),
            List.of("Isabel Cruz", "Fiona Walsh", "Ben Adler", "Colm Reilly", "Tara Singh", "Victor Lund"),
            List.of("Hannah Frost", "Leo Martens", "Siobhan Daly", "Rafael Costa", "Mei Chen", "Adam Wren"),
            List.of(),
            List.of(),
            List.of());

    private record Complaint(int pain, Set<Goal> goals, List<BodyArea> areas) {}

    private final LocalDate today;
    private final List<DemoStaff> staff;
    private final Set<String> taken = new HashSet<>();

    DemoPeople(LocalDate today, List<DemoStaff> staff) {
        this.today = today;
        this.staff = staff;
    }

    List<DemoClient> all() {
        var irish = new Faker(Locale.UK, DemoIds.chances("names", 1));
        var american = new Faker(Locale.US, DemoIds.chances("names", 2));
        KNOWN.forEach(taken::addAll);
        int each = COUNT / staff.size();
        List<DemoClient> clients = new ArrayList<>(COUNT);
        for (int therapist = 0; therapist < staff.size(); therapist++) {
            var known = KNOWN.get(therapist);
            var zone = staff.get(therapist).zone();
            for (int i = 0; i < each; i++) {
                var name = i < known.size() ? known.get(i) : name(zone.equals(DemoDirectory.DUBLIN) ? irish : american);
                clients.add(client(clients.size(), name, therapist, zone));
            }
        }
        return clients;
    }

    private String name(Faker faker) {
        for (; ; ) {
            var name = faker.name().firstName() + " " + faker.name().lastName();
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private DemoClient client(int number, String name, int therapist, ZoneId zone) {
        var chances = DemoIds.chances("client", number);
        boolean known = number <= DANIEL;
        // The clinic has grown: half of its clients came in the last half year.
        int daysAgo = known ? FIRST_YEAR_DAYS : (int) (FIRST_YEAR_DAYS * Math.sqrt(chances.nextDouble()));
        var since = today.minusDays(daysAgo);
        int age = number == RUTH
                ? 71
                : number == DANIEL ? 58 : (int) Math.clamp(44 + chances.nextGaussian() * 15, 19, 88);
        var birth = today.minusYears(age).minusDays(1 + chances.nextInt(360));
        var complaint = complaint(number, chances);
        var profile = profile(number, age, since, chances);
        var services = staff.get(therapist).services();
        var imported = new ImportedClient(
                new ClientId(DemoIds.of("client", number)),
                name,
                number == RUTH ? "client@demo.test" : email(name, number),
                phone(number, zone),
                birth,
                zone,
                zone.equals(DemoDirectory.DUBLIN) ? Locale.of("en", "IE") : Locale.US,
                since.atTime(10, 0).atZone(zone).toInstant(),
                profile);
        return new DemoClient(
                number,
                imported,
                therapist,
                since,
                7 + chances.nextInt(4) * 7,
                number == DANIEL
                        ? "DEEP90"
                        : number == RUTH
                                ? "SWEDISH60"
                                : services.get(
                                        Math.min(chances.nextInt(services.size()), chances.nextInt(services.size()))),
                complaint.areas(),
                complaint.goals(),
                complaint.pain(),
                careful(profile) ? 2 : 2 + chances.nextInt(3) + (chances.nextInt(8) == 0 ? 1 : 0),
                0.35 + 0.6 * chances.nextDouble());
    }

    /** Whether intake asks for light pressure. */
    private static boolean careful(@Nullable ImportedProfile profile) {
        var light = Set.of(
                Condition.ANTICOAGULANTS,
                Condition.BLEEDING_DISORDER,
                Condition.OSTEOPOROSIS,
                Condition.BLOOD_CLOT_HISTORY,
                Condition.LYMPHOEDEMA,
                Condition.CANCER_TREATMENT,
                Condition.CONNECTIVE_TISSUE_DISORDER,
                Condition.REDUCED_SENSATION);
        return profile != null && profile.conditions().stream().anyMatch(entry -> light.contains(entry.code()));
    }

    private @Nullable ImportedProfile profile(int number, int age, LocalDate since, Random chances) {
        if (number == RUTH) {
            return new ImportedProfile(
                    today.minusDays(19),
                    List.of(ConditionEntry.of(Condition.ANTICOAGULANTS), ConditionEntry.of(Condition.BALANCE_RISK)),
                    "Takes apixaban. Uses a stick on stairs.");
        }
        if (number == DANIEL) {
            return new ImportedProfile(
                    today.minusDays(2),
                    List.of(
                            new ConditionEntry(
                                    Condition.ANTICOAGULANTS, Set.of(), today.minusDays(6), null, null, false),
                            ConditionEntry.of(Condition.HEART_CONDITION)),
                    "Irregular heartbeat. Apixaban is new.");
        }
        double luck = chances.nextDouble();
        if (luck < 0.04 && number != MARTA) {
            return null; // nothing on file yet
        }
        // A few were last confirmed more than a year ago: their plans hold back until somebody asks again.
        int longestAgo = (int) Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(since, today));
        var confirmed =
                luck < 0.07 ? today.minusDays(400) : today.minusDays(Math.min(longestAgo, chances.nextInt(300)));
        List<ConditionEntry> conditions = new ArrayList<>();
        for (var one : COMMON) {
            if (age >= one.from() && age <= one.to() && chances.nextDouble() < one.chance()) {
                conditions.add(one.entry(confirmed, chances));
            }
        }
        return new ImportedProfile(confirmed, conditions, "");
    }

    /** How often a condition is met, between two ages. */
    private record Common(Condition code, double chance, int from, int to) {

        ConditionEntry entry(LocalDate confirmed, Random chances) {
            return switch (code) {
                case ACUTE_INJURY, RECENT_SURGERY ->
                    new ConditionEntry(
                            code,
                            Set.of(new BodyArea(
                                    chances.nextBoolean() ? Region.KNEE : Region.SHOULDER,
                                    chances.nextBoolean() ? Side.LEFT : Side.RIGHT)),
                            confirmed.minusDays(20L + chances.nextInt(60)),
                            null,
                            null,
                            false);
                case VARICOSE_VEINS ->
                    new ConditionEntry(code, Set.of(new BodyArea(Region.CALVES, Side.BOTH)), null, null, null, false);
                default -> ConditionEntry.of(code);
            };
        }
    }

    private static final List<Common> COMMON = List.of(
            new Common(Condition.OTHER_MEDICATION, 0.18, 30, 90),
            new Common(Condition.UNCONTROLLED_HYPERTENSION, 0.03, 45, 90),
            new Common(Condition.LOW_BLOOD_PRESSURE, 0.05, 18, 50),
            new Common(Condition.ANTICOAGULANTS, 0.07, 55, 90),
            new Common(Condition.DIABETES, 0.06, 40, 90),
            new Common(Condition.HEART_CONDITION, 0.05, 50, 90),
            new Common(Condition.OSTEOPOROSIS, 0.10, 60, 90),
            new Common(Condition.PREGNANCY, 0.06, 26, 39),
            new Common(Condition.VARICOSE_VEINS, 0.06, 40, 90),
            new Common(Condition.DISC_PROBLEM, 0.06, 30, 70),
            new Common(Condition.ACUTE_INJURY, 0.03, 18, 60),
            new Common(Condition.RECENT_SURGERY, 0.02, 30, 80),
            new Common(Condition.ALLERGY_LATEX, 0.02, 18, 90),
            new Common(Condition.ALLERGY_NUT_OILS, 0.03, 18, 90),
            new Common(Condition.EPILEPSY, 0.01, 18, 90),
            new Common(Condition.BALANCE_RISK, 0.08, 68, 90),
            new Common(Condition.NEW_TO_BODYWORK, 0.05, 18, 60));

    private static Complaint complaint(int number, Random chances) {
        if (number == RUTH) {
            return new Complaint(
                    5,
                    Set.of(Goal.MOBILITY, Goal.CHRONIC_PAIN),
                    List.of(new BodyArea(Region.HAMSTRINGS, Side.LEFT), new BodyArea(Region.LOWER_BACK, Side.BOTH)));
        }
        if (number == DANIEL) {
            return new Complaint(
                    6,
                    Set.of(Goal.TRAINING_RECOVERY, Goal.CHRONIC_PAIN),
                    List.of(new BodyArea(Region.HAMSTRINGS, Side.LEFT), new BodyArea(Region.LOWER_BACK, Side.BOTH)));
        }
        var side = chances.nextInt(3) == 0 ? Side.BOTH : chances.nextBoolean() ? Side.LEFT : Side.RIGHT;
        int pain = 3 + chances.nextInt(5);
        return switch (chances.nextInt(8)) {
            case 0, 1 -> complaint(pain, side, Set.of(Goal.CHRONIC_PAIN), Region.LOWER_BACK, Region.GLUTES);
            case 2 -> complaint(pain, side, Set.of(Goal.STRESS, Goal.POSTURE), Region.UPPER_TRAPS, Region.NECK);
            case 3 -> complaint(pain, side, Set.of(Goal.TRAINING_RECOVERY), Region.QUADS, Region.CALVES);
            case 4 ->
                complaint(pain, side, Set.of(Goal.TRAINING_RECOVERY, Goal.MOBILITY), Region.HAMSTRINGS, Region.CALVES);
            case 5 ->
                complaint(pain, side, Set.of(Goal.HEADACHE, Goal.STRESS), Region.SUBOCCIPITALS, Region.UPPER_TRAPS);
            case 6 ->
                complaint(
                        pain - 2, Side.BOTH, Set.of(Goal.RELAXATION, Goal.POOR_SLEEP), Region.UPPER_BACK, Region.NECK);
            default -> complaint(pain, side, Set.of(Goal.MOBILITY), Region.SHOULDER, Region.CHEST);
        };
    }

    private static Complaint complaint(int pain, Side side, Set<Goal> goals, Region first, Region second) {
        return new Complaint(pain, goals, List.of(new BodyArea(first, side), new BodyArea(second, side)));
    }

    private static String email(String name, int number) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z ]", "")
                .replace(' ', '.');
        return plain + "." + number + "@example.org";
    }

    /** Numbers that the two countries keep free for fiction. */
    private static String phone(int number, ZoneId zone) {
        if (zone.equals(DemoDirectory.DUBLIN)) {
            return "+35320910" + "%04d".formatted(1000 + number);
        }
        var area = List.of("212", "646", "718", "917").get(number % 4);
        return "+1" + area + "55501" + "%02d".formatted((number / 4) % 100);
    }
}
