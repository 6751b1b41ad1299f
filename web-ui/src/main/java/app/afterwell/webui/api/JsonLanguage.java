package app.afterwell.webui.api;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.NoteId;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How the published language is written in JSON: an id as its text, a score as its number. */
@Component
class JsonLanguage extends SimpleModule {

    private static final long serialVersionUID = 1L;

    JsonLanguage() {
        super("afterwell");
        id(AppointmentId.class, AppointmentId::new);
        id(CheckInId.class, CheckInId::new);
        id(ClientId.class, ClientId::new);
        id(LocationId.class, LocationId::new);
        id(NoteId.class, NoteId::new);
        id(PlanId.class, PlanId::new);
        id(PractitionerId.class, PractitionerId::new);
        id(RoomId.class, RoomId::new);
        id(ServiceId.class, ServiceId::new);
        id(TaskId.class, TaskId::new);
        id(UserId.class, UserId::new);
        number(PainScore.class, PainScore::value, PainScore::new);
        number(Pressure.class, Pressure::level, Pressure::new);
    }

    private <T> void id(Class<T> type, Function<UUID, T> make) {
        addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(value.toString());
            }
        });
        addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return make.apply(context.readValue(json, UUID.class));
            }
        });
    }

    private <T> void number(Class<T> type, Function<T, Integer> read, Function<Integer, T> make) {
        addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeNumber(read.apply(value));
            }
        });
        addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                int number = context.readValue(json, Integer.class);
                try {
                    return make.apply(number);
                } catch (IllegalArgumentException e) {
                    throw context.instantiationException(type, e);
                }
            }
        });
    }
}
