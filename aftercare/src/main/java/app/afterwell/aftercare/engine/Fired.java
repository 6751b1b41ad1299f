package app.afterwell.aftercare.engine;

import app.afterwell.domain.Condition;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Goal;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.Technique;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the very facts that made a rule hold. */
final class Fired {

    private static final List<String> SESSION = List.of("session");
    private static final String[] CONDITIONS = names(Condition.values());
    private static final String[] FINDINGS = names(Finding.values());
    private static final String[] TECHNIQUES = names(Technique.values());
    private static final String[] GOALS = names(Goal.values());
    private static final String[] SYMPTOMS = names(Symptom.values());

    /** The lists of one fact, which are most, made once. */
    private static final List<List<String>> SINGLE_CONDITION = singles(CONDITIONS);

    private static final List<List<String>> SINGLE_FINDING = singles(FINDINGS);

    long conditions;
    int findings;
    int techniques;
    int goals;
    long symptoms;
    private final List<String> others = new ArrayList<>(4);

    private static String[] names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toArray(String[]::new);
    }

    private static List<List<String>> singles(String[] names) {
        return Arrays.stream(names).map(List::of).toList();
    }

    void clear() {
        conditions = 0;
        findings = 0;
        techniques = 0;
        goals = 0;
        symptoms = 0;
        others.clear();
    }

    void other(String fact) {
        if (!others.contains(fact)) {
            others.add(fact);
        }
    }

    /** Codes in the order of the vocabularies, then numbers as {@code field=value}; {@code session} if nothing else. */
    List<String> facts() {
        int count = Long.bitCount(conditions)
                + Integer.bitCount(findings)
                + Integer.bitCount(techniques)
                + Integer.bitCount(goals)
                + Long.bitCount(symptoms)
                + others.size();
        if (count == 0) {
            return SESSION;
        }
        if (count == 1 && conditions != 0) {
            return SINGLE_CONDITION.get(Long.numberOfTrailingZeros(conditions));
        }
        if (count == 1 && findings != 0) {
            return SINGLE_FINDING.get(Integer.numberOfTrailingZeros(findings));
        }
        String[] facts = new String[count];
        int n = fill(facts, 0, conditions, CONDITIONS);
        n = fill(facts, n, findings, FINDINGS);
        n = fill(facts, n, techniques, TECHNIQUES);
        n = fill(facts, n, goals, GOALS);
        n = fill(facts, n, symptoms, SYMPTOMS);
        for (String other : others) {
            facts[n++] = other;
        }
        return distinct(facts);
    }

    private static int fill(String[] facts, int from, long mask, String[] names) {
        int n = from;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            facts[n++] = names[Long.numberOfTrailingZeros(rest)];
        }
        return n;
    }

    /** A finding and a goal may have the same name, such as HEADACHE. */
    private static List<String> distinct(String[] facts) {
        for (int i = 1; i < facts.length; i++) {
            for (int j = 0; j < i; j++) {
                if (facts[i].equals(facts[j])) {
                    return Arrays.stream(facts).distinct().toList();
                }
            }
        }
        return List.of(facts);
    }
}
