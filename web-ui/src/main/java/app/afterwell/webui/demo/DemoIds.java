package app.afterwell.webui.demo;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** Ids and chances that come out the same at every start. */
final class DemoIds {

    private DemoIds() {}

    /** The id of the demo's n-th thing of a kind. */
    static UUID of(String kind, long number) {
        return UUID.nameUUIDFromBytes(("afterwell-demo/" + kind + "/" + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Chances that depend on what they are for and on nothing else. */
    static Random chances(String purpose, long number) {
        var id = of("chances/" + purpose, number);
        return new Random(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    }
}
