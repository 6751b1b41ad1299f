package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.protocol.ProtocolReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The clinic protocol that comes with the software, as the tests of the engine use it. */
public final class ClinicProtocol {

    public static final ProtocolDefinition WRITTEN = ProtocolReader.read("clinic-protocol-1.yaml", text());

    private static final Set<String> ALL =
            WRITTEN.items().stream().map(ProtocolDefinition.Item::code).collect(Collectors.toUnmodifiableSet());

    /** Approved, with the switches as they come. */
    public static final CompiledProtocol APPROVED = CompiledProtocol.compile(WRITTEN, true);

    /** Approved, with every item switched on. */
    public static final CompiledProtocol EVERYTHING = CompiledProtocol.compile(WRITTEN.withSwitchedOn(ALL), true);

    /** As it comes: nobody has approved it. */
    public static final CompiledProtocol NOT_APPROVED = CompiledProtocol.compile(WRITTEN, false);

    private ClinicProtocol() {}

    public static String text() {
        try (var in = ClinicProtocol.class.getResourceAsStream("/protocol/clinic-protocol-1.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
