package app.afterwell.aftercare;

import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The form in which aftercare stores what has no columns of its own. It is canonical: equal content is equal text, so
 * that a hash of it says whether anything was changed.
 */
public final class CareJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(PainScore.class, new PainOut())
                    .addDeserializer(PainScore.class, new PainIn())
                    .addSerializer(Pressure.class, new PressureOut())
                    .addDeserializer(Pressure.class, new PressureIn())
                    .addSerializer(new SortedOut()))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CareJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Like {@link #write(Object)}, but what is not there is not written. */
    public static @Nullable String writeOrNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
        return json == null ? null : MAPPER.readValue(json, type);
    }

    public static <T> List<T> readList(@Nullable String json, Class<T> element) {
        return json == null
                ? List.of()
                : MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, element));
    }

    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** SHA-256 of the canonical text, in hexadecimal. */
    public static String hash(Object value) {
        return sha256(write(value));
    }

    /** SHA-256 of a text, in hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class PainOut extends StdSerializer<PainScore> {
        PainOut() {
            super(PainScore.class);
        }

        @Override
        public void serialize(PainScore value, JsonGenerator out, SerializationContext context)
                throws JacksonException {
            out.writeNumber(value.value());
        }
    }

    private static final class PainIn extends StdDeserializer<PainScore> {
        PainIn() {
            super(PainScore.class);
        }

        @Override
        public PainScore deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            return new PainScore(in.getIntValue());
        }
    }

    private static final class PressureOut extends StdSerializer<Pressure> {
        PressureOut() {
            super(Pressure.class);
        }

        @Override
        public void serialize(Pressure value, JsonGenerator out, SerializationContext context) throws JacksonException {
            out.writeNumber(value.level());
        }
    }

    private static final class PressureIn extends StdDeserializer<Pressure> {
        PressureIn() {
            super(Pressure.class);
        }

        @Override
        public Pressure deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            return new Pressure(in.getIntValue());
        }
    }

    /** Immutable sets walk in another order in each process; stored ones never do. */
    private static final class SortedOut extends StdSerializer<Set<?>> {
        SortedOut() {
            super(MAPPER_TYPE);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static final Class<Set<?>> MAPPER_TYPE = (Class) Set.class;

        @Override
        public void serialize(Set<?> value, JsonGenerator out, SerializationContext context) throws JacksonException {
            out.writeStartArray();
            value.stream().sorted(Comparator.comparing(String::valueOf)).forEach(out::writePOJO);
            out.writeEndArray();
        }
    }
}
