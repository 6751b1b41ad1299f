package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the therapists who are free at one time, so that the work is spread: whom the client knows, then who has
 * the fewest visits that day, then by turns that differ from day to day. Pure: the same day gives the same answer.
 */
final class TherapistSpread {

    private TherapistSpread() {}

    /**
     * @param free all at the same time; at least one
     * @param known whom the client was with last; null for nobody
     * @param visits how many each has that day
     */
    static TherapistChoice choose(
            List<FreeSlot> free, @Nullable PractitionerId known, ToIntFunction<PractitionerId> visits) {
        if (free.size() == 1) {
            return choice(free.getFirst(), TherapistChoice.Why.ONLY_ONE_FREE, free, visits);
        }
        for (var slot : free) {
            if (slot.practitioner().equals(known)) {
                return choice(slot, TherapistChoice.Why.KNOWN_TO_CLIENT, free, visits);
            }
        }
        int fewest = free.stream()
                .mapToInt(slot -> visits.applyAsInt(slot.practitioner()))
                .min()
                .orElse(0);
        var candidates = free.stream()
                .filter(slot -> visits.applyAsInt(slot.practitioner()) == fewest)
                .sorted(Comparator.comparingLong(TherapistSpread::turn)
                        .thenComparing(slot -> slot.practitioner().value()))
                .toList();
        return choice(
                candidates.getFirst(),
                candidates.size() == 1 ? TherapistChoice.Why.FEWEST_VISITS : TherapistChoice.Why.THEIR_TURN,
                free,
                visits);
    }

    /**
     * A therapist's lot for a day: the lowest has the turn. The bits are mixed thoroughly (the finisher of SplitMix64), since
     * days follow one another: with a weaker hash one therapist would be first for weeks.
     */
    private static long turn(FreeSlot slot) {
        var day = slot.slot().start().atZone(slot.zone()).toLocalDate().toEpochDay();
        var id = slot.practitioner().value();
        return mixed(mixed(mixed(day) ^ id.getMostSignificantBits()) ^ id.getLeastSignificantBits());
    }

    private static long mixed(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static TherapistChoice choice(
            FreeSlot slot, TherapistChoice.Why why, List<FreeSlot> free, ToIntFunction<PractitionerId> visits) {
        return new TherapistChoice(slot, why, free.size(), visits.applyAsInt(slot.practitioner()));
    }
}
