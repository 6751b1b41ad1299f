package app.afterwell.aftercare.engine;

import java.util.Collection;

/** Sets of enum constants as the bits of a number; no vocabulary has more than 64 codes. */
final class Masks {

    private Masks() {}

    static long of(Collection<? extends Enum<?>> codes) {
        long mask = 0;
        for (Enum<?> code : codes) {
            mask |= bit(code);
        }
        return mask;
    }

    static int intOf(Collection<? extends Enum<?>> codes) {
        return (int) of(codes);
    }

    static long bit(Enum<?> code) {
        return 1L << code.ordinal();
    }
}
