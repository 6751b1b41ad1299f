package app.afterwell.webui.admin.directory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Makes short names for addresses and for the API out of what something is called. */
final class Codes {

    private static final int LONGEST = 24;

    private Codes() {}

    /** Such as {@code deep-tissue} for Deep tissue; with a number behind it if that is taken. */
    static String of(String name, Collection<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var code = plain.isEmpty() ? "new" : plain.substring(0, Math.min(LONGEST, plain.length()));
        var wanted = code;
        for (int number = 2; taken.contains(wanted); number++) {
            wanted = code + "-" + number;
        }
        return wanted;
    }
}
