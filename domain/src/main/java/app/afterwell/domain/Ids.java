package app.afterwell.domain;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): ordered by time of birth, so that an index on them stays compact. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new, unique UUIDv7. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
