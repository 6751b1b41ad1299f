package app.afterwell.webui.api;

import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
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
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What all of the API shares: its description, and the filters in front of it. */
@Configuration(proxyBeanMethods = false)
class ApiConfig {

    private static final String PROBLEM = "Problem";

    static {
        for (var id : List.of(
                AppointmentId.class,
                CheckInId.class,
                ClientId.class,
                LocationId.class,
                NoteId.class,
                PlanId.class,
                PractitionerId.class,
                RoomId.class,
                ServiceId.class,
                TaskId.class,
                UserId.class)) {
            SpringDocUtils.getConfig().replaceWithClass(id, UUID.class);
        }
        SpringDocUtils.getConfig().replaceWithClass(PainScore.class, Integer.class);
        SpringDocUtils.getConfig().replaceWithClass(Pressure.class, Integer.class);
    }

    /** Stands behind the door, because a key belongs to an account. */
    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            CurrentActor currentActor,
            Replies replies,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(currentActor, replies, transactions, problems));
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    RecurringTask<Void> forgetOldReplies(Replies replies) {
        return Tasks.recurring("api.forget-old-replies", FixedDelay.of(Duration.ofHours(6)))
                .execute((task, context) -> replies.forgetOld());
    }

    @Bean
    OpenAPI description() {
        var error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("its path, such as conditions[0].since"))
                .addProperty("code", new StringSchema().description("stable"))
                .addProperty("message", new StringSchema().description("for a person"));
        var errors = new Schema<List<Object>>();
        errors.addType("array");
        errors.setItems(error);
        var problem = new ObjectSchema()
                .description("RFC 9457")
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("title", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("stable, such as slot-taken"))
                .addProperty("errors", errors);
        return new OpenAPI()
                .info(new Info()
                        .title("Afterwell")
                        .version("1")
                        .description("Instants are ISO 8601 with offset, dates are local to the location. A POST that "
                                + "creates takes an Idempotency-Key: the same key and body answers as the first time, "
                                + "the same key with another body is 422."))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList("password"))
                .components(new Components()
                        .addSchemas(PROBLEM, problem)
                        .addSecuritySchemes(
                                "password",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("E-mail address and password")));
    }

    /** Whatever a call answers when it goes wrong has one form. */
    @Bean
    OperationCustomizer problems() {
        return (operation, method) -> {
            var content = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse().description("A problem").content(content));
            return operation;
        };
    }
}
