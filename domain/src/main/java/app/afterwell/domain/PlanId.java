package app.afterwell.domain;

import java.util.UUID;

/** Names an aftercare plan. */
public record PlanId(UUID value) {

    /** A new id, ordered by time of birth. */
    public static PlanId next() {
        return new PlanId(Ids.next());
    }

    /**
     * The id written as text.
     *
     * @throws IllegalArgumentException if {@code text} is no UUID
     */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
