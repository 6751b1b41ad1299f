package app.afterwell.booking;

import app.afterwell.domain.PractitionerId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
                .sorted(Comparator.comparingInt(TherapistSpread::turn)
                        .thenComparing(slot -> slot.practitioner().value()))
                .toList();
        return choice(
                candidates.getFirst(),
                candidates.size() == 1 ? TherapistChoice.Why.FEWEST_VISITS : TherapistChoice.Why.THEIR_TURN,
                free,
                visits);
    }

    private static int turn(FreeSlot slot) {
        var day = slot.slot().start().atZone(slot.zone()).toLocalDate();
        int mixed = Objects.hash(day, slot.practitioner()) * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }

    private static TherapistChoice choice(
            FreeSlot slot, TherapistChoice.Why why, List<FreeSlot> free, ToIntFunction<PractitionerId> visits) {
        return new TherapistChoice(slot, why, free.size(), visits.applyAsInt(slot.practitioner()));
    }
}
